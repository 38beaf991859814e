import { randomBytes } from '../../utils/adapters/crypto.ts';
import type { Append } from '../../utils/app/ports.ts';
import { hex } from '../../utils/core/log/bytes.ts';

/** A held contact as the log store is given it, another with each call: for scripts that run the store inside a page. */
export const anyContact = (): Append => ({
  draft: {
    kind: 'contact',
    id: hex(randomBytes(16)),
    app: 'practice',
    origin: 'https://practice.example.org',
    route: 'page',
    certainty: 'observed',
    treatment: 'hold',
    failedOpen: false,
    employment: 'job',
    verdict: { kind: 'off', reason: 'outside-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
    content: null,
  },
});
