import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Switch } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Ask } from './ask.tsx';
import { allWords } from './ask-words.ts';
import type { DataPorts } from './types.ts';
import { useDeed } from './use-deed.ts';

interface EraseAllProps {
  readonly ports: Pick<DataPorts, 'eraseAll'>;
  readonly underPassphrase: boolean;
}

/** The whole record, asked about once. */
export function EraseAll({ ports, underPassphrase }: EraseAllProps) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [asking, setAsking] = useState(false);
  const [settingsToo, setSettingsToo] = useState(false);
  const [done, setDone] = useState(false);
  const erase = (): void =>
    run(async () => {
      await ports.eraseAll(settingsToo);
      setAsking(false);
      setDone(true);
    });
  const ask = (): void => {
    setSettingsToo(false);
    setDone(false);
    setAsking(true);
  };
  return (
    <>
      {!asking && (
        <ButtonRow>
          <Button onClick={ask}>{t('data.all')}</Button>
        </ButtonRow>
      )}
      {asking && (
        <>
          <Switch checked={settingsToo} onChange={setSettingsToo} disabled={busy}>
            {t('data.all-settings')}
          </Switch>
          <Ask busy={busy} onYes={erase} onNo={() => setAsking(false)}>
            {allWords(t, underPassphrase)}
          </Ask>
        </>
      )}
      {done && (
        <Notice kind="good" live>
          {t('data.all-done')}
        </Notice>
      )}
      {failed && (
        <Notice kind="care" live>
          {t('data.failed')}
        </Notice>
      )}
    </>
  );
}
