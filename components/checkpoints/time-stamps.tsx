import { useId, useState } from 'preact/hooks';
import { fail, type Result } from '../../utils/core/result.ts';
import { dateAndTime } from '../../utils/core/text/dates.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import styles from './checkpoints-view.module.css';
import type { CheckpointView } from './types.ts';

export interface TimeStampsProps {
  /** Addresses of the services that the person set; null until they have been read. */
  readonly services: readonly string[] | null;
  /** Keeps other addresses. */
  readonly onServices: (services: readonly string[]) => Promise<Result<unknown>>;
  /** Called within the click, since the browser may have to ask for permission. Gives the time by the clock of the service. */
  readonly onStamp: (checkpoint: CheckpointView, url: string) => Promise<Result<Instant>>;
}

type Told =
  | { readonly kind: 'refused'; readonly at: string; readonly sentence: string }
  | { readonly kind: 'stamped'; readonly number: number; readonly time: Instant };

/** Where the sentence about a new address stands. */
const ADDING = '';

/** Services that sign when they saw a checkpoint. None is set by us, and none is asked but by a click. */
export function TimeStamps({
  services,
  onServices,
  onStamp,
  checkpoint,
  zone,
}: TimeStampsProps & { readonly checkpoint: CheckpointView; readonly zone: ZoneName }) {
  const t = useText();
  const titleId = useId();
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);

  const attempt = async <T,>(at: string, work: Promise<Result<T>>, done: (value: T) => void): Promise<void> => {
    setBusy(true);
    setTold(null);
    const result = await work.catch((error: unknown) => {
      console.error(error);
      return fail('', '');
    });
    setBusy(false);
    if (result.ok) return done(result.value);
    const sentence = result.problem.code === '' ? t('checkpoints.stamps-failed') : t.problem(result.problem);
    setTold({ kind: 'refused', at, sentence });
  };

  const stamp = (url: string): Promise<void> =>
    attempt(url, onStamp(checkpoint, url), (time) => setTold({ kind: 'stamped', number: checkpoint.number, time }));
  const add = (): Promise<void> =>
    attempt(ADDING, onServices([...(services ?? []), address.trim()]), () => setAddress(''));
  const remove = (url: string): Promise<void> =>
    attempt(url, onServices((services ?? []).filter((one) => one !== url)), () => undefined);
  const refusal = (at: string): string | null => (told?.kind === 'refused' && told.at === at ? told.sentence : null);

  const get = t('checkpoints.stamps-get', { number: checkpoint.number });
  const drop = t('checkpoints.stamps-remove');

  return (
    <section class={styles.panel} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('checkpoints.stamps')}</h3>
      <p>{t('checkpoints.stamps-intro')}</p>
      {services !== null && services.length > 0 && (
        <ul class={styles.list}>
          {services.map((url) => (
            <li key={url}>
              <Captured text={url} />
              <ButtonRow>
                <Button label={`${get}: ${url}`} disabled={busy} onClick={() => void stamp(url)}>
                  {get}
                </Button>
                <Button look="quiet" label={`${drop}: ${url}`} disabled={busy} onClick={() => void remove(url)}>
                  {drop}
                </Button>
              </ButtonRow>
              {refusal(url) !== null && <FieldError>{refusal(url)}</FieldError>}
            </li>
          ))}
        </ul>
      )}
      {told?.kind === 'stamped' && (
        <Notice kind="good" live>
          {t('checkpoints.stamps-got', { number: told.number, time: dateAndTime(t.language, told.time, zone) })}
        </Notice>
      )}
      <TextField
        label={t('checkpoints.stamps-address')}
        error={refusal(ADDING)}
        value={address}
        placeholder="https://"
        maxLength={300}
        onInput={setAddress}
      />
      <ButtonRow>
        <Button disabled={busy || services === null} onClick={() => void add()}>
          {t('checkpoints.stamps-add')}
        </Button>
      </ButtonRow>
    </section>
  );
}
