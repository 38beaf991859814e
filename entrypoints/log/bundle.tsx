import { BundleWizard } from '../../components/export/bundle-wizard.tsx';
import type { ExportApp, LogContents, SavedBundle } from '../../components/export/types.ts';
import { channelName } from '../../components/manual/channel-name.ts';
import { saveFile } from '../../components/page/save-file.ts';
import { useLive } from '../../components/page/use-live.ts';
import { useText } from '../../components/text-context.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { exportBundleHere, planBundleHere, readLogContents } from '../../utils/adapters/bundle-desk.ts';
import type { BundlePlan } from '../../utils/core/export/preview.ts';
import type { Course } from '../../utils/core/export/types.ts';
import { ok, type Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';

interface BundleProps {
  readonly now: Instant;
  readonly settings: Settings;
  /** Id of the job whose apps are chosen at first; null for all. */
  readonly job: string | null;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const once = (): (() => void) => () => {};

/** What the log page offers to make evidence bundles with; fetched when the person asks for it. */
export function Bundle({ now, settings, job }: BundleProps) {
  const t = useText();
  const { value, failed } = useLive(readLogContents, once);
  if (failed) return <Notice kind="care">{t('export.unread')}</Notice>;
  if (value === null) return null;
  // The job may be in another zone than this device: a day more at either end misses nothing.
  const zones = [ZONE, ...settings.employments.map(({ zone }) => zone)];
  const days = (at: Instant): LocalDate[] => zones.map((zone) => dateOf(at, zone)).toSorted();
  const ended = settings.apps.filter(({ employment }) => employment === job).map(({ id }) => id);
  const contents: LogContents = {
    firstDay: days(value.firstAt)[0] ?? '',
    apps: appsOf(t, settings, value.apps),
    ...(ended.length > 0 && { chosen: new Set(ended) }),
  };
  return <BundleWizard today={days(now).at(-1) ?? ''} contents={contents} onPlan={planBundleHere} onSave={save} />;
}

function appsOf(t: Text, { apps }: Settings, logged: ReadonlySet<string>): ExportApp[] {
  const gone = [...logged].filter((id) => apps.every((app) => app.id !== id));
  return [
    ...apps.map(({ id, name }) => ({ id, name, gone: false })),
    ...gone.map((id) => {
      const channel = channelName(t, id);
      return channel === null
        ? { id, name: id, gone: true }
        : { id, name: t('manual.typed-in', { channel }), gone: false };
    }),
  ];
}

async function save(plan: BundlePlan, course: Course, recipient: Uint8Array | null): Promise<Result<SavedBundle>> {
  const made = await exportBundleHere(plan, course, recipient);
  if (!made.ok) return made;
  course.signal.throwIfAborted();
  const zip = `${plan.wish.name}.zip`;
  const fileName = recipient === null ? zip : `${zip}.age`;
  saveFile(fileName, made.value.parts, recipient === null ? 'application/zip' : 'application/octet-stream');
  const { keyNumber, noted } = made.value;
  return ok({ fileName, keyNumber, noted: noted !== null });
}
