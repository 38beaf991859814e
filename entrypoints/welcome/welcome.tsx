import { browser } from 'wxt/browser';
import { appActions, type PermissionPorts } from '../../components/apps/app-actions.ts';
import { useSave } from '../../components/settings/use-save.ts';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { CATALOGUE } from '../../utils/core/apps/catalogue.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { send } from '../../utils/messages/send.ts';
import type { Status } from '../../utils/messages/types.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const PERMISSIONS: PermissionPorts = {
  ask: (origins) => browser.permissions.request({ origins }),
  giveBack: (origins) => browser.permissions.remove({ origins }),
  refresh: () => send('sites.refresh', null),
};

const readSettings = async (): Promise<Settings> => (await send('status.read', null)).settings;

export function Welcome({ status }: { readonly status: Status }) {
  const { save } = useSave(readSettings, (settings) => send('settings.save', { settings }));
  const watched = new Set(status.apps.filter((app) => app.watching).map((app) => app.id));
  return (
    <WelcomeView
      {...appActions(PERMISSIONS, save, status.settings)}
      now={status.now}
      settings={status.settings}
      watching={(id) => watched.has(id)}
      catalogue={CATALOGUE}
      zones={ZONES}
      deviceZone={DEVICE_ZONE}
      save={save}
      onTest={(app) => send('test.send', { app }).catch(() => 'no-answer' as const)}
      onDone={leave}
    />
  );
}

/** The log is the page to be left with: it says what will appear there. */
function leave(): void {
  window.location.assign(browser.runtime.getURL('/log.html'));
}
