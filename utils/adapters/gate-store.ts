import { browser } from 'wxt/browser';
import type { GateStore } from '../app/ports.ts';
import { GATE_KEY, type Gate } from '../core/gate/types.ts';

/** `storage.local` holds the gate and nothing else, since content scripts can read all of it. */
export function createGateStore(): GateStore {
  let written: string | null = null;
  return {
    async write(gate: Gate) {
      const text = JSON.stringify(gate);
      if (text === written) return;
      await browser.storage.local.set({ [GATE_KEY]: gate });
      written = text;
    },
  };
}
