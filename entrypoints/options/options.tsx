import { browser } from 'wxt/browser';
import { appActions, type PermissionPorts } from '../../components/apps/app-actions.ts';
import type { HolidaySource } from '../../components/exceptions/holiday-source.ts';
import { channelName } from '../../components/manual/channel-name.ts';
import { OptionsView } from '../../components/options/options-view.tsx';
import { saveFile } from '../../components/page/save-file.ts';
import { useSave } from '../../components/settings/use-save.ts';
import { useText } from '../../components/text-context.tsx';
import { later } from '../../components/ui/later.tsx';
import { CATALOGUE } from '../../utils/core/apps/catalogue.ts';
import type { Problem } from '../../utils/core/result.ts';
import { readSettingsFile } from '../../utils/core/settings/file.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { send } from '../../utils/messages/send.ts';
import type { Status } from '../../utils/messages/types.ts';
import { DATA } from './data.ts';

/** Most people read the rest of the page without it. */
const Vault = later(async () => (await import('./vault.tsx')).Vault);

const ZONES = Intl.supportedValuesOf('timeZone');
const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const PERMISSIONS: PermissionPorts = {
  ask: (origins) => browser.permissions.request({ origins }),
  giveBack: (origins) => browser.permissions.remove({ origins }),
  refresh: () => send('sites.refresh', null),
};

const readSettings = async (): Promise<Settings> => (await send('status.read', null)).settings;

/** Read when the person opens the list of a country, and not before. */
const HOLIDAYS: HolidaySource = {
  index: async () => (await import('../../utils/adapters/holidays.ts')).loadHolidayIndex(),
  country: async (code) => (await import('../../utils/adapters/holidays.ts')).loadHolidays(code),
  sources: '/holidays/ATTRIBUTION.txt',
};

export function Options({ status }: { readonly status: Status }) {
  const { save, problem } = useSave(readSettings, (settings) => send('settings.save', { settings }));
  const t = useText();
  const watched = new Set(status.apps.filter((app) => app.watching).map((app) => app.id));

  // The browser is asked first, within the click.
  const setDigest = (digest: boolean): void => {
    const asked = digest ? browser.permissions.request({ permissions: ['notifications'] }) : Promise.resolve(false);
    void save((settings) => ({ ...settings, digest }))
      .then(() => asked)
      .then(PERMISSIONS.refresh);
  };

  return (
    <OptionsView
      {...appActions(PERMISSIONS, save, status.settings)}
      now={status.now}
      settings={status.settings}
      watching={(id) => watched.has(id)}
      mayNotify={status.mayNotify}
      catalogue={CATALOGUE}
      zones={ZONES}
      deviceZone={DEVICE_ZONE}
      save={save}
      problem={problem}
      onDigest={setDigest}
      holidays={HOLIDAYS}
      data={DATA}
      vault={status.vault}
      vaultPart={<Vault told={status.vault} />}
      appName={(id) => status.settings.apps.find((app) => app.id === id)?.name ?? channelName(t, id) ?? id}
      onExport={exportSettings}
      onImport={importSettings}
    />
  );
}

const exportSettings = (): void =>
  void send('settings.export', null).then(({ text, fileName }) => saveFile(fileName, [text], 'application/json'));

/** Everything is replaced but permissions, which the page then asks for. The background checks what it is given again. */
async function importSettings(text: string): Promise<Problem | null> {
  const file = readSettingsFile(text);
  const result = file.ok ? await send('settings.save', { settings: file.value }) : file;
  return result.ok ? null : result.problem;
}
