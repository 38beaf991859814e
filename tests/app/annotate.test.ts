import { expect, test, vi } from 'vitest';
import { annotate } from '../../utils/app/annotate.ts';
import { reportContact } from '../../utils/app/report-contact.ts';
import type { ManualReport } from '../../utils/core/contact/manual.ts';
import { clockAt, EVENING, idOf, JOB, memoryLog, SETTINGS, settingsIn } from './fakes.ts';

const MINUTE = 60_000;

/** A log that has five lines already. */
async function setUp() {
  const log = memoryLog();
  await log.append(Array.from({ length: 5 }, () => ({ draft: { kind: 'note', what: 'self-test' } })));
  log.items.length = 5;
  const ports = { log, changed: vi.fn(), clock: clockAt(EVENING), settings: settingsIn(SETTINGS) };
  return { ports, added: () => log.items.slice(5) };
}

const saying = (fields: Record<string, string | number>, ref = 3) =>
  ({ id: idOf(9), ref, what: 'annotation', fields, files: [] }) as const;

test('what the person says becomes a note that points back, its words in the private part', async () => {
  const { ports, added } = await setUp();
  expect(await annotate(ports, saying({ role: 'hr', minutes: 20 }))).toEqual({ ok: true, value: 6 });
  expect(added().map(({ draft }) => draft)).toEqual([
    { kind: 'note', what: 'annotation', ref: 3, content: { role: 'hr', minutes: 20 } },
  ]);
  expect(ports.changed).toHaveBeenCalledOnce();
});

test('what is of the person’s own life gets a note of its own', async () => {
  const { ports, added } = await setUp();
  await annotate(ports, saying({ consent: 'none', role: 'hr', impact: 'woke' }));
  expect(added().map(({ draft }) => draft)).toMatchObject([
    { content: { role: 'hr' } },
    { content: { consent: 'none', impact: 'woke' } },
  ]);
});

const files = [{ sha256: 'a'.repeat(64), bytes: 5, name: 'a.png' }];

test('files are a note of their own, and can be all that is said', async () => {
  const { ports, added } = await setUp();
  expect(await annotate(ports, { ...saying({}), files })).toEqual({ ok: true, value: 6 });
  await annotate(ports, { ...saying({ role: 'hr' }), id: idOf(8), files });
  expect(added().map(({ draft }) => draft)).toMatchObject([
    { content: { files } },
    { content: { role: 'hr' } },
    { content: { files } },
  ]);
  expect(JSON.stringify(added()[1])).not.toContain('files');
});

test('a correction is a note with its reason', async () => {
  const { ports, added } = await setUp();
  const fields = { wrong: 'not-work', words: '' };
  expect(await annotate(ports, { ...saying(fields), what: 'correction' })).toEqual({ ok: true, value: 6 });
  expect(added()[0]?.draft).toEqual({ kind: 'note', what: 'correction', ref: 3, content: { wrong: 'not-work' } });
});

test('a saying that is sent again is written once', async () => {
  const { ports, added } = await setUp();
  const both = saying({ role: 'hr', care: 'interrupted' });
  const first = await annotate(ports, both);
  expect(await annotate(ports, both)).toEqual(first);
  expect(added()).toHaveLength(2);
});

test.each([
  ['no such line', saying({ role: 'hr' }, 6), 'annotate.no-entry'],
  ['line 0', saying({ role: 'hr' }, 0), 'annotate.no-entry'],
  ['nothing', saying({}), 'annotate.empty'],
  ['a word that is not in the list', saying({ role: 'boss' }), 'annotate.choice'],
  ['a correction without a reason', { ...saying({}), what: 'correction' } as const, 'annotate.choice'],
])('is refused, and nothing written: %s', async (_name, said, code) => {
  const { ports, added } = await setUp();
  expect(await annotate(ports, said)).toMatchObject({ ok: false, problem: { code } });
  expect(added()).toEqual([]);
  expect(ports.changed).not.toHaveBeenCalled();
});

const report = (change: Partial<ManualReport> = {}): ManualReport => ({
  id: idOf(1),
  channel: 'call',
  employment: JOB.id,
  when: null,
  end: null,
  who: '',
  words: '',
  files: [],
  anyway: false,
  ...change,
});

test('a contact that was typed in is logged as reported, judged by the time that it names', async () => {
  const { ports, added } = await setUp();
  const when = EVENING - 70 * MINUTE;
  const files = [{ sha256: 'a'.repeat(64), bytes: 5 }];
  const typed = report({ when, end: when + 5 * MINUTE, who: ' the lead ', words: 'Sunday?\n', files });
  expect(await reportContact(ports, typed)).toEqual({ ok: true, value: 6 });
  expect(added().map(({ draft }) => draft)).toEqual([
    {
      kind: 'reported',
      id: idOf(1),
      app: 'manual-call',
      employment: JOB.id,
      when,
      end: when + 5 * MINUTE,
      later: true,
      verdict: {
        kind: 'off',
        reason: 'outside-hours',
        layer: 'contract',
        rule: 'hours@2026-01-01',
        until: Date.parse('2026-11-25T09:00:00-05:00'),
      },
      content: { sender: 'the lead', text: 'Sunday?', files },
    },
  ]);
});

test('nothing typed keeps no private part', async () => {
  const { ports, added } = await setUp();
  await reportContact(ports, report({ who: '  ' }));
  expect(added()[0]?.draft).toMatchObject({ content: null, when: EVENING, later: false });
});

test('within hours it is logged only at the person’s word', async () => {
  const { ports, added } = await setUp();
  const when = EVENING - 6 * 60 * MINUTE;
  expect(await reportContact(ports, report({ when }))).toMatchObject({ problem: { code: 'manual.in-hours' } });
  expect(added()).toEqual([]);
  expect(ports.changed).not.toHaveBeenCalled();
  expect(await reportContact(ports, report({ when, anyway: true }))).toEqual({ ok: true, value: 6 });
  expect(added()[0]?.draft).toMatchObject({ verdict: { kind: 'working' } });
});

test('a log that cannot be written says so', async () => {
  const { ports } = await setUp();
  ports.log.fail = new Error('disk full');
  await expect(reportContact(ports, report())).rejects.toThrow('disk full');
  await expect(annotate(ports, saying({ role: 'hr' }))).rejects.toThrow('disk full');
});
