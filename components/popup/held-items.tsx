import type { HeldItem } from '../../utils/core/contact/types.ts';
import { clockTime, dateAndTime } from '../../utils/core/text/dates.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { localParts } from '../../utils/core/time/zones.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { groupHeld, type HeldGroup } from './held-groups.ts';
import styles from './held-items.module.css';
import type { HeldListProps } from './held-list.tsx';

export interface HeldItemsProps extends HeldListProps {
  readonly items: readonly HeldItem[];
}

export function HeldItems(props: HeldItemsProps) {
  const t = useText();
  return (
    <div class={styles.items}>
      {groupHeld(props.items).map((group) => (
        <div key={group.app} class={styles.group}>
          <h3 class={styles.app}>
            <Captured text={props.appName(group.app)} maxLength={60} />
            <GroupCount group={group} />
          </h3>
          {group.senders.map((from) => (
            <div key={from.sender ?? ''} class={styles.from}>
              {from.sender !== null && (
                <p class={styles.sender}>
                  <Captured text={from.sender} maxLength={80} />
                </p>
              )}
              <ul>
                {from.items.map((item) => (
                  <HeldRow key={item.id} item={item} {...props} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      ))}
      <ButtonRow>
        {props.items.some(({ sealed }) => sealed) && (
          <Button look="quiet" onClick={props.onLog}>
            {t('vault.unlock-log')}
          </Button>
        )}
        <Button look="quiet" onClick={() => props.onDismiss(props.items.map((item) => item.id))}>
          {t('held.dismiss-all')}
        </Button>
      </ButtonRow>
    </div>
  );
}

/** Of what is locked, it is all that can be said. */
function GroupCount({ group: { count, senders } }: { readonly group: HeldGroup }) {
  const t = useText();
  const locked = senders.flatMap(({ items }) => items).filter(({ sealed }) => sealed).length;
  if (locked > 0) return <span class={styles.soft}>{t('held.locked', { count: locked })}</span>;
  return count > 1 ? <span class={styles.soft}>{t('held.count', { count })}</span> : null;
}

function HeldRow({ item, now, zone, appName, onOpen, onDismiss }: HeldListProps & { readonly item: HeldItem }) {
  const t = useText();
  const sameDay = localParts(item.at, zone).date === localParts(now, zone).date;
  const time = sameDay ? clockTime(t.language, item.at, zone) : dateAndTime(t.language, item.at, zone);
  const title = makeVisible(item.sealed ? `${appName(item.app)} ${time}` : item.title, 60);
  return (
    <li class={styles.item}>
      <p class={styles.time}>{time}</p>
      {!item.sealed && item.title !== item.sender && (
        <p class={styles.title}>
          <Captured text={item.title} />
        </p>
      )}
      {item.text !== '' && (
        <p>
          <Captured text={item.text} />
        </p>
      )}
      <ButtonRow>
        <Button look="quiet" label={t('held.open-one', { title })} onClick={() => onOpen(item.id)}>
          {t('held.open')}
        </Button>
        <Button look="quiet" label={t('held.dismiss-one', { title })} onClick={() => onDismiss([item.id])}>
          {t('held.dismiss')}
        </Button>
      </ButtonRow>
    </li>
  );
}
