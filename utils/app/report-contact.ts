import { judgeReport, type ManualReport, manualApp } from '../core/contact/manual.ts';
import type { PrivateContent } from '../core/log/types.ts';
import { ok, type Result } from '../core/result.ts';
import type { Clock, LogStore, SettingsStore } from './ports.ts';

export interface ReportContactPorts {
  readonly clock: Clock;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly log: LogStore;
  readonly changed: () => void;
}

/**
 * Logs a contact that the person typed in. Gives the number of its line. Codes: those of `judgeReport`.
 * @throws when the log could not be written.
 */
export async function reportContact(ports: ReportContactPorts, report: ManualReport): Promise<Result<number>> {
  const { employments } = await ports.settings.read();
  const judged = judgeReport(report, employments, ports.clock.now());
  if (!judged.ok) return judged;
  const { id, channel, employment } = report;
  const draft = { kind: 'reported', id, app: manualApp(channel), employment, ...judged.value } as const;
  const [appended] = await ports.log.append([{ draft: { ...draft, content: contentOf(report) } }]);
  ports.changed();
  return ok(appended?.seq ?? 0);
}

/** What the person typed themselves is kept whatever they chose for captured text. */
function contentOf({ who, words, files }: ManualReport): PrivateContent | null {
  const content: PrivateContent = {
    ...(who.trim() === '' ? {} : { sender: who.trim() }),
    ...(words.trim() === '' ? {} : { text: words.trim() }),
    ...(files.length === 0 ? {} : { files }),
  };
  return Object.keys(content).length === 0 ? null : content;
}
