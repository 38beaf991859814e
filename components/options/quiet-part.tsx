import type { Settings } from '../../utils/core/settings/types.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';

interface QuietPartProps {
  readonly settings: Settings;
  readonly mayNotify: boolean;
  readonly save: SaveSettings;
  readonly onDigest: (digest: boolean) => void;
}

/** Sound after hours, and the one notification that we raise ourselves. */
export function QuietPart({ settings, mayNotify, save, onDigest }: QuietPartProps) {
  const t = useText();
  return (
    <>
      <Switch
        checked={settings.muteAfterHours}
        onChange={(muteAfterHours) => void save((settled) => ({ ...settled, muteAfterHours }))}
        hint={t('sound.mute-hint')}
      >
        {t('sound.mute')}
      </Switch>
      <Switch checked={settings.digest} onChange={onDigest} hint={t('digest.switch-hint')}>
        {t('digest.switch')}
      </Switch>
      {settings.digest && !mayNotify && (
        <Notice kind="care" action={<Button onClick={() => onDigest(true)}>{t('watch.allow')}</Button>}>
          {t('digest.not-allowed')}
        </Notice>
      )}
    </>
  );
}
