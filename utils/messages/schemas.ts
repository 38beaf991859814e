import * as z from 'zod/mini';
import { FILE_NAME_CAP, MANUAL_CHANNELS, MOST_FILES, WHO_CAP } from '../core/contact/manual.ts';
import { OFFER_BATCH, TAG_CAP, TEXT_CAP, TITLE_CAP } from '../core/contact/types.ts';
import { WORDS_CAP } from '../core/log/annotation.ts';
import { MOST_RANGES } from '../core/log/line.ts';
import type { MessageName, RequestOf } from './types.ts';

/** Who may send a message: a work page's bridge, or a page of ours. The default in the router is nobody. */
export type Caller = 'bridge' | 'page';

interface Rule<N extends MessageName> {
  readonly from: Caller;
  readonly request: z.ZodMiniType<RequestOf<N>>;
}

const contactId = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const ids = z.array(contactId).check(z.maxLength(100_000));
const instant = z.number().check(z.nonnegative(), z.lt(Number.MAX_SAFE_INTEGER));
const capped = (cap: number) => z.string().check(z.maxLength(cap));

const offered = z.strictObject({
  id: contactId,
  route: z.enum(['page', 'page-registration', 'site-worker']),
  title: capped(TITLE_CAP),
  text: capped(TEXT_CAP),
  tag: capped(TAG_CAP),
  cut: z.boolean(),
  failedOpen: z.boolean(),
});

const count = z.int().check(z.nonnegative());
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const fileName = z.exactOptional(capped(FILE_NAME_CAP));
const fileMarks = z
  .array(z.strictObject({ sha256: hash, bytes: count, name: fileName, type: fileName }))
  .check(z.maxLength(MOST_FILES));

const nothing = z.null();

/** One row per message: who may send it and what it must look like. Settings are parsed by their own use-cases. */
export const RULES: { readonly [N in MessageName]: Rule<N> } = {
  'contact.seen': {
    from: 'bridge',
    request: z.strictObject({ items: z.array(offered).check(z.minLength(1), z.maxLength(OFFER_BATCH)) }),
  },
  'contact.in-hours': {
    from: 'bridge',
    request: z.strictObject({ count: z.int().check(z.positive(), z.lte(1_000_000)) }),
  },
  'call.state': { from: 'bridge', request: z.strictObject({ inCall: z.boolean() }) },

  'status.read': { from: 'page', request: nothing },
  'settings.save': { from: 'page', request: z.strictObject({ settings: z.unknown() }) },
  'settings.export': { from: 'page', request: nothing },
  'override.start': {
    from: 'page',
    request: z.strictObject({ kind: z.enum(['working-now', 'off-now']), until: instant, reason: capped(200) }),
  },
  'override.end': { from: 'page', request: nothing },
  'care.start': { from: 'page', request: nothing },
  'care.end': { from: 'page', request: nothing },
  'held.read': { from: 'page', request: nothing },
  'held.open': { from: 'page', request: z.strictObject({ id: contactId, origin: z.exactOptional(capped(512)) }) },
  'held.dismiss': { from: 'page', request: z.strictObject({ ids }) },
  'checkpoints.make': { from: 'page', request: nothing },
  'log.annotate': {
    from: 'page',
    request: z.strictObject({
      id: contactId,
      ref: count,
      what: z.enum(['annotation', 'correction']),
      // Which fields there are and what they may say, the use-case checks.
      fields: z.record(capped(16), z.union([capped(WORDS_CAP), count])),
      files: fileMarks,
    }),
  },
  'log.report': {
    from: 'page',
    request: z.strictObject({
      id: contactId,
      channel: z.enum(MANUAL_CHANNELS),
      employment: capped(64),
      when: z.nullable(instant),
      end: z.nullable(instant),
      who: capped(WHO_CAP),
      words: capped(WORDS_CAP),
      files: fileMarks,
      anyway: z.boolean(),
    }),
  },
  'log.chain': {
    from: 'page',
    request: z.strictObject({
      draft: z.union([
        z.strictObject({
          kind: z.literal('anchor'),
          what: z.literal('rfc3161'),
          last: count,
          digest: hash,
          when: instant,
        }),
        z.strictObject({
          kind: z.literal('export'),
          first: count,
          last: count,
          stubs: count,
          opened: count,
          parts: z.array(capped(16)).check(z.maxLength(16)),
          digest: hash,
          sealed: z.exactOptional(z.literal(true)),
        }),
      ]),
    }),
  },
  'log.erase': {
    from: 'page',
    request: z.strictObject({
      lines: z.array(
        z.strictObject({
          count,
          lines: z.array(z.strictObject({ first: count, last: count })).check(z.maxLength(MOST_RANGES)),
        }),
      ),
      held: ids,
      files: z.array(hash),
    }),
  },
  'log.erase-all': { from: 'page', request: z.strictObject({ settings: z.boolean() }) },
  'vault.changed': { from: 'page', request: nothing },
  'sites.refresh': { from: 'page', request: nothing },
  'test.send': { from: 'page', request: z.strictObject({ app: capped(64) }) },
};
