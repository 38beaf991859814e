import { isOverride } from '../core/hours/exceptions.ts';
import type { HoursOverride } from '../core/hours/types.ts';
import { hex, type Sha256, utf8 } from '../core/log/bytes.ts';
import { fail, type Result } from '../core/result.ts';
import { readSettingsFile, writeSettingsFile } from '../core/settings/file.ts';
import { parseSettings } from '../core/settings/schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/types.ts';
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
  importFile(text: string): Promise<Result<Settings>>;
  exportFile(): Promise<{ text: string; fileName: string }>;
  startOverride(override: Omit<HoursOverride, 'from'>): Promise<Result<Settings>>;
  endOverride(): Promise<Result<Settings>>;
}

/** Every change goes through one parser; what it refuses changes nothing. Changed hours are an entry in the log. */
export function createChangeSettings(ports: ChangeSettingsPorts): ChangeSettings {
  const apply = async (parsed: Result<Settings>, note?: Append): Promise<Result<Settings>> => {
    if (!parsed.ok) return parsed;
    const before = await ports.settings.read();
    await ports.settings.write(parsed.value);
    const entries = [...(await hoursEntry(before, parsed.value)), ...(note === undefined ? [] : [note])];
    if (entries.length > 0) await ports.log.append(entries);
    await ports.changed();
    return parsed;
  };

  const hoursEntry = async (before: Settings, after: Settings): Promise<Append[]> => {
    const rules = hoursText(after);
    if (rules === hoursText(before)) return [];
    return [{ draft: { kind: 'hours', digest: hex(await ports.sha256(utf8(rules))) } }];
  };

  /** Ends what runs; the past stays as it was, since entries were judged by it. */
  const withoutRunning = (settings: Settings, now: number): Settings => ({
    ...settings,
    employments: settings.employments.map((employment) => ({
      ...employment,
      exceptions: employment.exceptions.flatMap((exception) => {
        if (!isOverride(exception) || exception.until <= now) return [exception];
        return exception.from < now ? [{ ...exception, until: now }] : [];
      }),
    })),
  });

  return {
    save: (value) => apply(parseSettings(value)),
    importFile: (text) => apply(readSettingsFile(text)),
    async exportFile() {
      const { date } = localParts(ports.clock.now(), ports.clock.zone());
      return { text: writeSettingsFile(await ports.settings.read()), fileName: `settings-${date}.json` };
    },
    async startOverride({ kind, until, reason }) {
      const from = ports.clock.now();
      const current = withoutRunning(await ports.settings.read(), from);
      if (until <= from) return fail('override.already-over', 'until');
      const employments = current.employments.map((employment) => ({
        ...employment,
        exceptions: [...employment.exceptions, { kind, from, until, reason }],
      }));
      return apply(parseSettings({ ...current, employments }), { draft: { kind: 'note', what: kind } });
    },
    async endOverride() {
      const current = withoutRunning(await ports.settings.read(), ports.clock.now());
      return apply(parseSettings(current), { draft: { kind: 'note', what: 'override-ended' } });
    },
  };
}

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
