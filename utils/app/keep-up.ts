import { permissionPattern } from '../core/apps/patterns.ts';
import { combinedStateAt } from '../core/hours/combined.ts';
import type { Text } from '../core/text/text.ts';
import { handOver } from './hand-over.ts';
import { gateOf, nextBoundary } from './keep-gate.ts';
import { settleMutes } from './mute-tabs.ts';
import type {
  Alarms,
  Badge,
  Clock,
  GateStore,
  HeldStore,
  Notifier,
  SettingsStore,
  Sites,
  Tabs,
  TabWatch,
} from './ports.ts';

export interface KeepUpPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly held: HeldStore;
  readonly sites: Sites;
  readonly tabs: Tabs;
  readonly notifier: Notifier;
  readonly gate: GateStore;
  readonly badge: Badge;
  readonly alarms: Alarms;
  readonly tabWatch: TabWatch;
  readonly text: () => Promise<Text>;
  readonly changed: () => void;
  readonly logBroken: () => boolean;
  /** Writes down what is due by now (keep-record.ts); nobody waits for it. */
  readonly record: () => void;
}

export interface KeepUp {
  /** All that follows from the hour. Always computed from the wall clock; whoever calls is only a nudge. */
  settle(): Promise<void>;
  /** And which sites are watched: after install, update, start-up, a grant, or changed settings. */
  rewatch(): Promise<void>;
  settleMutes(): Promise<void>;
  refreshBadge(): Promise<void>;
}

export function createKeepUp(ports: KeepUpPorts): KeepUp {
  const { clock, settings, held, tabs, notifier, text } = ports;

  const refreshBadge = async (): Promise<void> => {
    const { state } = combinedStateAt((await settings.read()).employments, clock.now());
    const t = await text();
    if (ports.logBroken()) await ports.badge.show({ text: '!', title: t('badge.title-log-broken'), tone: 'trouble' });
    else if (state === null) await ports.badge.show({ text: '', title: t('badge.title-unset'), tone: 'unset' });
    else await ports.badge.show({ text: t(`badge.${state}`), title: t(`badge.title-${state}`), tone: state });
    ports.changed();
  };

  const settle = async (): Promise<void> => {
    try {
      await settleHour();
    } finally {
      ports.record(); // Also when something of ours fails: we are alive, and the record says so.
    }
  };

  const settleHour = async (): Promise<void> => {
    const current = await settings.read();
    const now = clock.now();
    ports.tabWatch.want(current.muteAfterHours);
    await ports.gate.write(gateOf(current, now));
    await Promise.all([
      ports.alarms.schedule(nextBoundary(current, now)),
      refreshBadge(),
      settleMutes({ clock, settings, tabs }),
      handOver({ clock, settings, held, notifier, text }),
    ]);
  };

  return {
    settle,
    refreshBadge,
    settleMutes: () => settleMutes({ clock, settings, tabs }),
    async rewatch() {
      await settle();
      const { apps } = await settings.read();
      const wanted = apps.flatMap(({ patterns }) => patterns.map(permissionPattern));
      await ports.sites.watch(await ports.sites.granted(wanted));
      ports.changed();
    },
  };
}
