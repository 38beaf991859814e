import { CheckpointsView } from '../../components/checkpoints/checkpoints-view.tsx';
import { baseName } from '../../components/checkpoints/file-names.ts';
import { PrintSheet } from '../../components/checkpoints/print-sheet.tsx';
import { printView } from '../../components/checkpoints/print-view.ts';
import type { AddedWitness, CheckpointView, MakeOutcome } from '../../components/checkpoints/types.ts';
import { saveFile } from '../../components/page/save-file.ts';
import { useLive } from '../../components/page/use-live.ts';
import { TextProvider, useText } from '../../components/text-context.tsx';
import { takeWitnessFile } from '../../utils/adapters/witness-desk.ts';
import { ok, type Result } from '../../utils/core/result.ts';
import { formatCheckpoint } from '../../utils/core/sign/checkpoint.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { send } from '../../utils/messages/send.ts';
import { readCheckpoints } from './read-checkpoints.ts';
import { readServices, saveServices, stampBy } from './time-stamps.ts';

interface CheckpointsProps {
  readonly onNews: (again: () => void) => () => void;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the log page offers to do with checkpoints; fetched after the page has been drawn. */
export function Checkpoints({ onNews }: CheckpointsProps) {
  const t = useText();
  const { value, failed, reload } = useLive(readCheckpoints, onNews);
  const services = useLive(readServices, onNews);
  const latest = value?.checkpoints[0]?.number;

  const make = async (): Promise<MakeOutcome> => {
    const made = await send('checkpoints.make', null);
    reload();
    if (made === null) return { kind: 'empty' };
    return { kind: made.number === latest ? 'same' : 'made', number: made.number };
  };

  const addWitness = async (file: string): Promise<Result<AddedWitness>> => {
    const taken = await takeWitnessFile(file);
    if (!taken.ok) return taken;
    reload();
    const { by, checkpoint } = taken.value;
    const confirmed = formatCheckpoint(checkpoint.head, checkpoint.at);
    return ok({ by, number: value?.checkpoints.find(({ text }) => text === confirmed)?.number ?? 0 });
  };

  const keepServices = async (all: readonly string[]): Promise<Result<unknown>> => {
    const saved = await saveServices(all);
    services.reload();
    return saved;
  };

  const stamp = async (checkpoint: CheckpointView, url: string): Promise<Result<Instant>> => {
    const stamped = await stampBy(checkpoint, url);
    reload();
    return stamped;
  };

  const print = (checkpoint: CheckpointView): void =>
    printView(
      <TextProvider value={t}>
        <PrintSheet checkpoint={checkpoint} zone={ZONE} />
      </TextProvider>,
      baseName(checkpoint),
    );

  return (
    <CheckpointsView
      checkpoints={value?.checkpoints ?? null}
      failed={failed}
      logSize={value?.logSize ?? 0}
      zone={ZONE}
      onMake={make}
      onWitness={addWitness}
      services={services.value}
      onServices={keepServices}
      onStamp={stamp}
      onCopy={copy}
      onSave={(fileName, text) => saveFile(fileName, [text], 'text/plain')}
      onPrint={print}
    />
  );
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
