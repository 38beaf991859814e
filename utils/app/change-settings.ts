import { isOverride } from '../core/hours/exceptions.ts';
import type { HoursOverride } from '../core/hours/types.ts';
import { hex, type Sha256, utf8 } from '../core/log/bytes.ts';
import { fail, type Result } from '../core/result.ts';
import { writeSettingsFile } from '../core/settings/file-writer.ts';
import { parseSettings } from '../core/settings/schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/types.ts';
import type { Instant } from '../core/time/instant.ts';
import { localParts } from '../core/time/zones.ts';
import type { Append, Clock, LogStore, SettingsStore } from './ports.ts';

export interface ChangeSettingsPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly log: LogStore;
  readonly sha256: Sha256;
  /** Everything derived from settings (gate, scripts, badge, alarm, mutes) is to be settled anew. */
  readonly changed: () => Promise<void>;
}

export interface ChangeSettings {
  save(value: unknown): Promise<Result<Settings>>;
  exportFile(): Promise<{ text: string; fileName: string }>;
  startOverride(override: Omit<HoursOverride, 'from'>): Promise<Result<Settings>>;
  endOverride(): Promise<Result<Settings>>;
}

/** Every change goes through one parser; what it refuses changes nothing. Changed hours are an entry in the log. */
export function createChangeSettings(ports: ChangeSettingsPorts): ChangeSettings {
  const apply = async (parsed: Result<Settings>, notes: readonly Append[] = []): Promise<Result<Settings>> => {
    if (!parsed.ok) return parsed;
    const before = await ports.settings.read();
    await ports.settings.write(parsed.value);
    const entries = [...(await hoursEntry(before, parsed.value)), ...notes];
    if (entries.length > 0) await ports.log.append(entries);
    await ports.changed();
    return parsed;
  };

  const hoursEntry = async (before: Settings, after: Settings): Promise<Append[]> => {
    const rules = hoursText(after);
    if (rules === hoursText(before)) return [];
    return [{ draft: { kind: 'hours', digest: hex(await ports.sha256(utf8(rules))) } }];
  };

  return {
    save: (value) => apply(parseSettings(value)),
    async exportFile() {
      const { date } = localParts(ports.clock.now(), ports.clock.zone());
      return { text: writeSettingsFile(await ports.settings.read()), fileName: `settings-${date}.json` };
    },
    async startOverride({ kind, until, reason }) {
      const from = ports.clock.now();
      const before = await ports.settings.read();
      const current = withoutRunning(before, from);
      if (until <= from) return fail('override.already-over', 'until');
      const employments = current.employments.map((employment) => ({
        ...employment,
        exceptions: [...employment.exceptions, { kind, from, until, reason }],
      }));
      const notes = kind === 'working-now' ? [WORKING_NOW] : endOfWorkingNow(before, from);
      return apply(parseSettings({ ...current, employments }), notes);
    },
    async endOverride() {
      const now = ports.clock.now();
      const before = await ports.settings.read();
      return apply(parseSettings(withoutRunning(before, now)), endOfWorkingNow(before, now));
    },
  };
}

const WORKING_NOW: Append = { draft: { kind: 'note', what: 'working-now' } };

/**
 * That somebody worked beyond their hours is noted, since contacts then go unlogged. "Off now" is not: time set aside for
 * care reads the same in the log, and has no note by which to tell it apart.
 */
export function endOfWorkingNow({ employments }: Settings, now: Instant): readonly Append[] {
  const ran = employments.some(({ exceptions }) =>
    exceptions.some((one) => one.kind === 'working-now' && now < one.until),
  );
  return ran ? [{ draft: { kind: 'note', what: 'override-ended' } }] : [];
}

/** Ends the person's word that runs; the past stays as it was, since entries were judged by it. */
export const withoutRunning = (settings: Settings, now: Instant): Settings => ({
  ...settings,
  employments: settings.employments.map((employment) => ({
    ...employment,
    exceptions: employment.exceptions.flatMap((exception) => {
      if (!isOverride(exception) || exception.until <= now) return [exception];
      return exception.from < now ? [{ ...exception, until: now }] : [];
    }),
  })),
});

/**
 * The hours alone, as the settings file writes them. Overrides have entries of their own; leave and care stay out, so that
 * not even a digest of them is in the log.
 */
function hoursText({ employments }: Settings): string {
  const contracts = employments.map(({ windows = [], ...job }) => ({
    ...job,
    windows: windows.filter(({ kind }) => kind !== 'care'),
    exceptions: job.exceptions.filter((one) => !isOverride(one) && one.kind !== 'leave' && one.kind !== 'care'),
  }));
  return writeSettingsFile({ ...DEFAULT_SETTINGS, employments: contracts });
}
