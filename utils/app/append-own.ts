import type { AnchorDraft, ExportDraft } from '../core/log/types.ts';
import type { LogStore } from './ports.ts';

export interface AppendOwnPorts {
  readonly log: Pick<LogStore, 'append'>;
  readonly changed: () => void;
}

/**
 * Chains what a page of ours did: a time stamp was fetched, a bundle was written. What is sent again is written once.
 * Gives the number of the line.
 * @throws when the log could not be written.
 */
export async function appendOwn({ log, changed }: AppendOwnPorts, draft: AnchorDraft | ExportDraft): Promise<number> {
  const [appended] = await log.append([{ draft, once: `${draft.kind} ${draft.digest}` }]);
  changed();
  return appended?.seq ?? 0;
}
