import { judge } from './judge.ts';
import type { Clock, SettingsStore, Tabs, WorkTab } from './ports.ts';

/**
 * Brings every work tab's mute in line with the hour; acts only on differences, and keeps no state of its own, since the
 * background may sleep at any time. Never touches a tab in a call, nor one whose mute the person changed themselves.
 */
export async function settleMutes(ports: { clock: Clock; settings: SettingsStore; tabs: Tabs }): Promise<void> {
  const settings = await ports.settings.read();
  const now = ports.clock.now();
  const settleTab = async (tab: WorkTab): Promise<void> => {
    const verdict = judge(settings, tab.url, now)?.verdict;
    const quiet = settings.muteAfterHours && verdict?.kind === 'off';
    if (!quiet && !tab.mutedByUs) return;
    const inCall = quiet ? await ports.tabs.inCall(tab.id) : false;
    if (inCall === null) return;
    const mute = quiet && !inCall;
    if (mute && !tab.muted && !tab.unmutedByPerson) await ports.tabs.setMuted(tab.id, true);
    else if (!mute && tab.mutedByUs) await ports.tabs.setMuted(tab.id, false);
  };
  await Promise.all((await ports.tabs.open()).map(settleTab));
}
