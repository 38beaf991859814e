import { vi } from 'vitest';
import { CheckpointsView, type CheckpointsViewProps } from '../../components/checkpoints/checkpoints-view.tsx';
import type { CheckpointView } from '../../components/checkpoints/types.ts';
import { ok } from '../../utils/core/result.ts';
import { formatCheckpoint } from '../../utils/core/sign/checkpoint.ts';
import { NOW, ZONE } from './samples.ts';
import { show } from './screen.tsx';

const HOUR_MS = 3_600_000;
const LOG = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const KEY_NUMBER = '28513 15290 22579 87988 35322 09293';

/** Two lines more with each. */
export function checkpoint(number: number, part: Partial<CheckpointView> = {}): CheckpointView {
  const at = NOW + number * HOUR_MS;
  const size = 2 * number;
  const text = formatCheckpoint({ log: LOG, size, hash: `${number}`.repeat(64).slice(0, 64) }, at);
  return {
    log: LOG,
    number,
    size,
    at,
    text,
    signature: `sig ${number}`,
    keyNumber: KEY_NUMBER,
    witnesses: [],
    stamps: [],
    ...part,
  };
}

export const WITNESS = { by: 'Works council', at: NOW + 9 * HOUR_MS, keyNumber: '00000 11111 22222 33333 44444 55555' };

export function checkpointsProps(part: Partial<CheckpointsViewProps> = {}) {
  return {
    checkpoints: [checkpoint(3), checkpoint(2), checkpoint(1)],
    failed: false,
    logSize: 6,
    zone: ZONE,
    onMake: vi.fn(async () => ({ kind: 'made', number: 4 }) as const),
    onWitness: vi.fn(async () => ok({ by: 'Works council', number: 3 })),
    services: ['https://tsa.example.org/'],
    onServices: vi.fn(async () => ok(null)),
    onStamp: vi.fn(async () => ok(NOW)),
    onCopy: vi.fn(async () => true),
    onSave: vi.fn(),
    onPrint: vi.fn(),
    ...part,
  } satisfies CheckpointsViewProps;
}

export function checkpoints(part: Partial<CheckpointsViewProps> = {}) {
  const props = checkpointsProps(part);
  return { props, root: show(<CheckpointsView {...props} />) };
}
