import { describe, expect, test } from 'vitest';
import { createCarePause } from '../../utils/app/care-pause.ts';
import { createChangeSettings } from '../../utils/app/change-settings.ts';
import type { Employment, HoursException } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { formatLine, NO_HASH } from '../../utils/core/log/line.ts';
import type { EntryDraft } from '../../utils/core/log/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { clockAt, JOB, MORNING, memoryLog, ON_CALL, ON_CALL_JOB, SETTINGS, settingsIn } from './fakes.ts';

const HOUR = 3_600_000;
/** The end of the hours on the day of MORNING, which is 10:00. */
const SIX = MORNING + 8 * HOUR;

function setUp(start: Settings = SETTINGS, now = MORNING) {
  const log = memoryLog();
  const settings = settingsIn(start);
  const clock = clockAt(now);
  let settled = 0;
  const ports = {
    clock,
    settings,
    log,
    sha256: async () => new Uint8Array(32),
    changed: async () => {
      settled += 1;
    },
  };
  const exceptions = async (index = 0) => (await settings.read()).employments[index]?.exceptions;
  const drafts = (): EntryDraft[] => log.items.map(({ draft }) => draft);
  const care = createCarePause(ports);
  return { care, change: createChangeSettings(ports), settings, clock, drafts, exceptions, settled: () => settled };
}

const withHours = (...spans: readonly (readonly [number, number])[]): Settings => {
  const day = spans.map(([from, to]) => ({ startMinute: from * 60, endMinute: to * 60 }));
  const hours = [{ validFrom: '2026-01-01', pattern: { kind: 'weekly', days: Array(7).fill(day) } }] as const;
  return { ...SETTINGS, employments: [{ ...JOB, hours }] };
};

const lineOf = (draft: EntryDraft): unknown =>
  JSON.parse(
    formatLine({
      head: { log: '0'.repeat(32), size: 0, hash: NO_HASH },
      stamp: { at: MORNING, zone: 'America/Bogota', epoch: 'e', monotonicMs: 0 },
      draft,
      salt: '0',
      privateDigest: null,
    }),
  );

const verdictOf = ({ employments: [job] }: Settings, at: number) => verdictAt(job as Employment, at);

describe('a pause to care', () => {
  test('is off at once, until the hours of the day are over', async () => {
    const { care, settings, exceptions, settled } = setUp();
    expect(verdictOf(await settings.read(), MORNING).kind).toBe('working');
    expect(await care.start()).toMatchObject({ ok: true });
    expect(await exceptions()).toEqual([{ kind: 'care', from: MORNING, until: SIX }]);
    expect(verdictOf(await settings.read(), MORNING)).toMatchObject({ kind: 'off', reason: 'care' });
    expect(settled()).toBe(1);
  });

  test('ends at the moment at which the person says so', async () => {
    const { care, settings, clock, exceptions } = setUp();
    await care.start();
    clock.set(MORNING + HOUR / 2);
    expect(await care.end()).toMatchObject({ ok: true });
    expect(await exceptions()).toEqual([{ kind: 'care', from: MORNING, until: MORNING + HOUR / 2 }]);
    expect(verdictOf(await settings.read(), clock.now()).kind).toBe('working');
  });

  test.each([
    ['over lunch', [14, 18], SIX],
    ['over four hours between two shifts', [17, 18], SIX],
    ['up to a longer rest', [18, 22], MORNING + 3 * HOUR],
  ] as const)('goes %s', async (_, second, until) => {
    const { care, exceptions } = setUp(withHours([9, 13], second));
    await care.start();
    expect(await exceptions()).toEqual([{ kind: 'care', from: MORNING, until }]);
  });

  test('late in the evening leaves the next morning alone', async () => {
    const ten = MORNING + 12 * HOUR;
    const { care, exceptions } = setUp(withHours([9, 13], [21, 23]), ten);
    await care.start();
    expect(await exceptions()).toEqual([{ kind: 'care', from: ten, until: ten + HOUR }]);
  });

  test('lasts twelve hours at most where work never ends', async () => {
    const { care, exceptions } = setUp(withHours([0, 24]));
    await care.start();
    expect(await exceptions()).toEqual([{ kind: 'care', from: MORNING, until: MORNING + 12 * HOUR }]);
  });

  test('is a pause from standing by as well', async () => {
    const evening = MORNING + 11 * HOUR;
    const { care, settings, exceptions } = setUp(ON_CALL, evening);
    expect(verdictOf(await settings.read(), evening).kind).toBe('on-call');
    await care.start();
    expect(await exceptions()).toEqual([{ kind: 'care', from: evening, until: evening + 3 * HOUR }]);
    expect(verdictOf(await settings.read(), evening).kind).toBe('off');
  });

  test('concerns every job, also one that does not work at that hour', async () => {
    const two: Settings = { ...SETTINGS, employments: [JOB, { ...ON_CALL_JOB, id: 'two', hours: [] }] };
    const shifts: HoursException = {
      kind: 'shift',
      date: '2026-12-24',
      mode: 'extra',
      spans: [{ startMinute: 0, endMinute: 60 }],
    };
    const { care, clock, exceptions } = setUp({
      ...two,
      employments: two.employments.map((job) => ({ ...job, exceptions: [shifts] })),
    });
    await care.start();
    for (const job of [0, 1]) expect((await exceptions(job))?.[1]).toMatchObject({ kind: 'care', from: MORNING });
    clock.set(MORNING + HOUR);
    await care.end();
    for (const job of [0, 1]) expect((await exceptions(job))?.[1]).toMatchObject({ until: MORNING + HOUR });
    expect((await exceptions(1))?.[0]).toEqual(shifts);
  });

  test('takes the place of the word that the person gave before', async () => {
    const { care, change, settings, clock, drafts, exceptions } = setUp();
    await change.startOverride({ kind: 'working-now', until: MORNING + 6 * HOUR, reason: '' });
    clock.set(MORNING + HOUR);
    await care.start();
    expect(drafts().map((draft) => 'what' in draft && draft.what)).toEqual(['working-now', 'override-ended']);
    expect(await exceptions()).toEqual([
      { kind: 'working-now', from: MORNING, until: MORNING + HOUR, reason: '' },
      { kind: 'care', from: MORNING + HOUR, until: SIX },
    ]);
    expect(verdictOf(await settings.read(), MORNING + HOUR).kind).toBe('off');
  });

  test('that was tapped twice is one, and one that ends as it begins is none', async () => {
    const { care, clock, drafts, exceptions } = setUp();
    await care.start();
    clock.set(MORNING + 1_000);
    expect(await care.start()).toMatchObject({ ok: true });
    expect(await exceptions()).toHaveLength(1);
    expect(drafts()).toEqual([]);
    clock.set(MORNING);
    await care.end();
    expect(await exceptions()).toEqual([]);
  });

  test('changes nothing, not even the log, where one is free already or no pause runs', async () => {
    const evening = MORNING + 11 * HOUR;
    const { care, settings, drafts, settled } = setUp(SETTINGS, evening);
    expect(await care.start()).toEqual({ ok: true, value: SETTINGS });
    expect(await care.end()).toEqual({ ok: true, value: SETTINGS });
    expect(await settings.read()).toBe(SETTINGS);
    expect([drafts(), settled()]).toEqual([[], 0]);
  });

  test('ends one that was planned and the word over it, and leaves those to come', async () => {
    const planned = { kind: 'care', from: MORNING - HOUR, until: MORNING + HOUR } as const;
    const later = { kind: 'care', from: MORNING + 2 * HOUR, until: MORNING + 3 * HOUR } as const;
    const rest = { kind: 'break', from: MORNING - HOUR, until: MORNING + HOUR } as const;
    const word = { kind: 'off-now', from: MORNING - HOUR, until: MORNING + HOUR, reason: '' } as const;
    const { care, exceptions } = setUp({
      ...SETTINGS,
      employments: [{ ...JOB, exceptions: [planned, later, rest, word] }],
    });
    await care.end();
    expect(await exceptions()).toEqual([{ ...planned, until: MORNING }, later, rest, { ...word, until: MORNING }]);
  });

  test('reads in the log, line for line, as if the person had said that they are off', async () => {
    const told = setUp();
    await told.change.startOverride({ kind: 'off-now', until: SIX, reason: '' });
    const heard = setUp();
    await heard.care.start();
    const contact = (verdict: ReturnType<typeof verdictAt>): EntryDraft => ({
      kind: 'contact',
      id: '0'.repeat(32),
      app: 'chat',
      origin: 'https://chat.example.org',
      route: 'page',
      certainty: 'observed',
      treatment: 'hold',
      failedOpen: false,
      employment: 'job',
      verdict,
      content: null,
    });
    for (const run of [told, heard]) run.clock.set(MORNING + HOUR);
    const contacts = await Promise.all(
      [told, heard].map(async (run) => lineOf(contact(verdictOf(await run.settings.read(), MORNING + HOUR)))),
    );
    expect(contacts[1]).toEqual(contacts[0]);
    await told.change.endOverride();
    await heard.care.end();
    expect([told.drafts(), heard.drafts()]).toEqual([[], []]);
    expect(JSON.stringify(contacts)).not.toContain('care');
  });
});
