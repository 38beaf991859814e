import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './data.module.css';
import { EndJob } from './end-job.tsx';
import { EraseAll } from './erase-all.tsx';
import { ErasePart } from './erase-part.tsx';
import { OldEntries } from './old-entries.tsx';
import { RetentionChoice } from './retention-choice.tsx';
import type { DataPorts } from './types.ts';

export interface DataPartProps {
  readonly ports: DataPorts;
  readonly settings: Settings;
  readonly now: Instant;
  readonly deviceZone: ZoneName;
  readonly appName: (id: string) => string;
  readonly save: SaveSettings;
  readonly vault: VaultState;
  /** Where the passphrase is set and given. */
  readonly vaultPart?: ComponentChildren;
}

/** Everything by which the person lets go of what lies on this device. */
export function DataPart(props: DataPartProps) {
  const t = useText();
  const { ports, settings, now, deviceZone, save, vault } = props;
  return (
    <>
      <p class={styles.soft}>{t('data.machine')}</p>
      <RetentionChoice value={settings.retention} save={save} />
      {settings.retention !== undefined && (
        <OldEntries {...{ now, deviceZone }} retention={settings.retention} countBefore={ports.countBefore} />
      )}
      {props.vaultPart !== undefined && <div class={styles.part}>{props.vaultPart}</div>}
      <div class={styles.part}>
        <h3>{t('data.erase')}</h3>
        <p class={styles.soft}>{t('data.erase-intro')}</p>
        {vault === 'locked' ? <Notice>{t('vault.unlock-first')}</Notice> : <ErasePart {...props} />}
      </div>
      {settings.employments.length > 0 && <EndJobs {...props} />}
      <div class={styles.part}>
        <h3>{t('data.all')}</h3>
        <p class={styles.soft}>{t('data.all-intro')}</p>
        <EraseAll ports={ports} underPassphrase={vault !== 'none'} />
      </div>
    </>
  );
}

function EndJobs({ ports, settings, now, deviceZone, save, vault }: DataPartProps) {
  const t = useText();
  const [closing, setClosing] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const job = settings.employments.find(({ id }) => id === closing);
  const begin = (id: string): void => {
    setDone(false);
    setClosing(id);
  };
  return (
    <div class={styles.part}>
      <h3>{t('end.title')}</h3>
      <p class={styles.soft}>{t('end.intro')}</p>
      {job === undefined && (
        <ButtonRow>
          {settings.employments.map(({ id, label }) => (
            <Button key={id} onClick={() => begin(id)}>
              {t('end.open', { label })}
            </Button>
          ))}
        </ButtonRow>
      )}
      {job !== undefined && (
        <EndJob
          key={job.id}
          employment={job}
          today={dateOf(now, deviceZone)}
          {...{ settings, ports, save, vault }}
          onDone={() => {
            setClosing(null);
            setDone(true);
          }}
          onCancel={() => setClosing(null)}
        />
      )}
      {done && (
        <Notice kind="good" live>
          {t('end.done')}
        </Notice>
      )}
    </div>
  );
}
