import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createChangeSettings } from '../../utils/app/change-settings.ts';
import type { Employment, WeeklyPattern } from '../../utils/core/hours/types.ts';
import { readSettingsFile } from '../../utils/core/settings/file.ts';
import { clockAt, EVENING, JOB, memoryLog, ON_CALL_JOB, SETTINGS, settingsIn } from './fakes.ts';

const WEEKLY: WeeklyPattern = { kind: 'weekly', days: Array(7).fill([{ startMinute: 960, endMinute: 1_020 }]) };

function setUp() {
  const log = memoryLog();
  const settings = settingsIn(SETTINGS);
  const clock = clockAt(EVENING);
  let settled = 0;
  const change = createChangeSettings({
    clock,
    settings,
    log,
    sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    changed: async () => {
      settled += 1;
    },
  });
  const notes = (): unknown[] => log.items.map(({ draft }) => (draft.kind === 'note' ? draft.what : draft.kind));
  return { change, settings, clock, notes, settled: () => settled };
}

test('changed hours are an entry in the log; a changed language or treatment is none', async () => {
  const { change, notes, settled } = setUp();
  await change.save({ ...SETTINGS, language: 'es', treatment: 'flag', muteAfterHours: true });
  expect(notes()).toEqual([]);
  await change.save({ ...SETTINGS, employments: [{ ...JOB, zone: 'America/Lima' }] });
  expect(notes()).toEqual(['hours']);
  expect(settled()).toBe(2);
});

test.each<[string, Partial<Employment>, string[]]>([
  ['a holiday', { exceptions: [{ kind: 'holiday', date: '2026-12-25', name: 'Natal' }] }, ['hours']],
  ['overtime', { exceptions: [{ kind: 'overtime', from: EVENING, until: EVENING + 1, reason: '' }] }, ['hours']],
  ['on-call windows', { windows: ON_CALL_JOB.windows ?? [] }, ['hours']],
  ['leave', { exceptions: [{ kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'sick' }] }, []],
  ['a pause for care', { exceptions: [{ kind: 'care', from: EVENING, until: EVENING + 1 }] }, []],
  ['care windows', { windows: [{ kind: 'care', validFrom: '2026-01-01', pattern: WEEKLY }] }, []],
])('not even a digest of what is private enters the log: %s', async (_, part, expected) => {
  const { change, notes } = setUp();
  expect(await change.save({ ...SETTINGS, employments: [{ ...JOB, ...part }] })).toMatchObject({ ok: true });
  expect(notes()).toEqual(expected);
});

test('ending an override leaves every other exception as it is', async () => {
  const { change, settings } = setUp();
  const others = [
    { kind: 'on-call', from: EVENING - 1, until: EVENING + 3_600_000, pay: 'paid' },
    { kind: 'holiday', date: '2026-11-24', name: 'Today' },
  ] as const;
  await settings.write({ ...SETTINGS, employments: [{ ...JOB, exceptions: others }] });
  await change.startOverride({ kind: 'off-now', until: EVENING + 3_600_000, reason: '' });
  await change.endOverride();
  expect((await settings.read()).employments[0]?.exceptions).toEqual(others);
});

test('refused settings change nothing, and the problem names its field', async () => {
  const { change, settings, settled } = setUp();
  const refused = await change.save({ ...SETTINGS, employments: [{ ...JOB, zone: 'Mars/Olympus' }] });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'hours.zone-unknown', field: 'employments[0].zone' } });
  expect(await settings.read()).toEqual(SETTINGS);
  expect(settled()).toBe(0);
});

test('an export is imported as it was', async () => {
  const { change, settings } = setUp();
  const { text, fileName } = await change.exportFile();
  expect(fileName).toBe('settings-2026-11-24.json');
  await settings.write({ ...SETTINGS, apps: [], treatment: 'show' });
  const file = readSettingsFile(text);
  expect(file).toEqual({ ok: true, value: SETTINGS });
  expect(await change.save(file.ok && file.value)).toEqual({ ok: true, value: SETTINGS });
  expect(await settings.read()).toEqual(SETTINGS);
});

test('an override runs from now on, a new one takes its place, and ending it keeps what was', async () => {
  const { change, settings, clock, notes } = setUp();
  await change.startOverride({ kind: 'working-now', until: EVENING + 3_600_000, reason: 'release' });
  clock.set(EVENING + 600_000);
  await change.startOverride({ kind: 'off-now', until: EVENING + 7_200_000, reason: '' });
  clock.set(EVENING + 1_200_000);
  await change.endOverride();
  expect((await settings.read()).employments[0]?.exceptions).toEqual([
    { kind: 'working-now', from: EVENING, until: EVENING + 600_000, reason: 'release' },
    { kind: 'off-now', from: EVENING + 600_000, until: EVENING + 1_200_000, reason: '' },
  ]);
  // "Off now" and its end are not noted: time for care has no note either, and must not be told apart.
  expect(notes()).toEqual(['working-now', 'override-ended']);
});

test('an override that would be over already is refused', async () => {
  const { change } = setUp();
  expect(await change.startOverride({ kind: 'working-now', until: EVENING, reason: '' })).toMatchObject({
    ok: false,
    problem: { code: 'override.already-over' },
  });
});
