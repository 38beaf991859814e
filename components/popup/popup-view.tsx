import type { ComponentChildren } from 'preact';
import type { HeldItem } from '../../utils/core/contact/types.ts';
import type { HoursOverride, Verdict } from '../../utils/core/hours/types.ts';
import type { WeekOfHours } from '../../utils/core/hours/week.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';
import { ribbonWeek } from '../ribbon/week.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import type { CareNoticeProps } from './care-notice.tsx';
import { shownPause } from './care-pause.ts';
import { HeldList, type HeldListProps } from './held-list.tsx';
import { OverridePanel, type OverridePanelProps } from './override-panel.tsx';
import styles from './popup-view.module.css';
import { StateCard } from './state-card.tsx';
import { TodayCounts, type TodayCountsProps } from './today-counts.tsx';
import { type UnwatchedApp, WatchWarnings, type WatchWarningsProps } from './watch-warnings.tsx';

const CareNotice = later(async () => (await import('./care-notice.tsx')).CareNotice);

export interface PopupStatus {
  readonly now: Instant;
  readonly settings: Settings;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly state: Verdict['kind'] | null;
  readonly until: Instant | null;
  readonly override: HoursOverride | null;
  readonly week: WeekOfHours | null;
  readonly apps: readonly (UnwatchedApp & { readonly watching: boolean })[];
  readonly heldCount: number;
  readonly today: Pick<TodayCountsProps, 'afterHours' | 'inHours'>;
  readonly logBroken: boolean;
  readonly vault: VaultState;
}

export interface PopupViewProps
  extends Pick<HeldListProps, 'onReveal' | 'onOpen' | 'onDismiss'>,
    Pick<OverridePanelProps, 'onStart' | 'onEnd'>,
    Pick<CareNoticeProps, 'onCopy' | 'onCareEnd'>,
    Pick<WatchWarningsProps, 'onAllow'> {
  readonly status: PopupStatus;
  readonly held: readonly HeldItem[] | null;
  /** Instants of this week's contacts after hours. */
  readonly contacts: readonly Instant[];
  readonly deviceZone: ZoneName;
  /** The question whether the person travelled, where there may be reason to ask. */
  readonly travel: ComponentChildren;
  readonly onCareStart: () => void;
  readonly onLock: () => void;
  readonly onSetUp: () => void;
  readonly onLog: () => void;
  readonly onOptions: () => void;
}

export function PopupView(props: PopupViewProps) {
  const t = useText();
  const { status, held, contacts, deviceZone } = props;
  const { employments } = status.settings;
  const [employment] = employments;
  if (status.state === null || employment === undefined) return <NotSetUp onSetUp={props.onSetUp} />;
  const { state, until, now } = status;
  const zone = zoneAt(employment, now);
  const verdict = decidingVerdict(status) ?? status.verdicts[employment.id];
  const pause = status.override === null ? shownPause(employments, now) : null;
  const others = [deviceZone, ...employments.map((job) => zoneAt(job, now))];
  const appName = (id: string): string => status.apps.find((app) => app.id === id)?.name ?? id;
  return (
    <main class={styles.popup}>
      <StateCard
        {...{ state, until, now, zone }}
        reason={verdict?.reason ?? 'no-hours'}
        overrideReason={status.override?.reason ?? ''}
        week={status.week && ribbonWeek(status.week, now, contacts)}
      />
      <div class={styles.body}>
        <WatchWarnings
          unwatched={status.apps.filter((app) => !app.watching)}
          logBroken={status.logBroken}
          onAllow={props.onAllow}
        />
        {props.travel}
        {pause !== null && <CareNotice {...props} {...{ pause, now }} clocks={{ zone, others }} />}
        <HeldList
          {...props}
          {...{ now, zone, appName }}
          count={status.heldCount}
          items={held}
          onLock={status.vault === 'open' ? props.onLock : null}
        />
        <TodayCounts {...status.today} appName={appName} />
        <div class={styles.words}>
          <OverridePanel {...props} {...{ state, now, zone }} override={status.override} />
          {state !== 'off' && status.override === null && (
            <Button onClick={props.onCareStart}>{t('care.start')}</Button>
          )}
        </div>
      </div>
      <PopupFooter {...props} />
    </main>
  );
}

/** The verdict that makes the state what it is: with several jobs, one that works makes the person working. */
function decidingVerdict({ verdicts, state }: PopupStatus): Verdict | undefined {
  return Object.values(verdicts).find((verdict) => verdict.kind === state);
}

function NotSetUp({ onSetUp }: Pick<PopupViewProps, 'onSetUp'>) {
  const t = useText();
  return (
    <main class={styles.notSetUp}>
      <h1>{t('set-up.title')}</h1>
      <p>{t('set-up.body')}</p>
      <Button look="main" onClick={onSetUp}>
        {t('set-up.start')}
      </Button>
    </main>
  );
}

function PopupFooter({ onLog, onOptions }: Pick<PopupViewProps, 'onLog' | 'onOptions'>) {
  const t = useText();
  return (
    <footer class={styles.footer}>
      <Button look="quiet" onClick={onLog}>
        {t('popup.log')}
      </Button>
      <Button look="quiet" onClick={onOptions}>
        {t('popup.options')}
      </Button>
    </footer>
  );
}
