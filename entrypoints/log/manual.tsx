import { useRef } from 'preact/hooks';
import { ManualEntry, type ManualEntryProps } from '../../components/manual/manual-entry.tsx';
import { loggedWithCopies } from '../../utils/adapters/file-desk.ts';
import { hashFile } from '../../utils/adapters/hash-file.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';
import { send } from '../../utils/messages/send.ts';
import { idsFor } from './new-id.ts';

interface ManualProps {
  readonly now: Instant;
  readonly settings: Settings;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The form for a contact that no browser saw; fetched when the person asks for it. */
export function Manual({ now, settings }: ManualProps) {
  const ids = useRef(idsFor());
  const save: ManualEntryProps['onSave'] = async (report, copies) => {
    const saved = await loggedWithCopies(copies, () => send('log.report', { ...report, id: ids.current.of(report) }));
    if (saved.ok) ids.current.done();
    return saved;
  };
  return (
    <ManualEntry
      employments={settings.employments}
      today={dateOf(now, ZONE)}
      zone={ZONE}
      onSave={save}
      onHash={hashFile}
    />
  );
}
