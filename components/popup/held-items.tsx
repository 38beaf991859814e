import type { HeldItem } from '../../utils/core/contact/types.ts';
import { clockTime, dateAndTime } from '../../utils/core/text/dates.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { localParts } from '../../utils/core/time/zones.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { groupHeld } from './held-groups.ts';
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
            {group.count > 1 && <span class={styles.soft}>{t('held.count', { count: group.count })}</span>}
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
        <Button look="quiet" onClick={() => props.onDismiss(props.items.map((item) => item.id))}>
          {t('held.dismiss-all')}
        </Button>
      </ButtonRow>
    </div>
  );
}

function HeldRow({ item, now, zone, onOpen, onDismiss }: HeldListProps & { readonly item: HeldItem }) {
  const t = useText();
  const sameDay = localParts(item.at, zone).date === localParts(now, zone).date;
  const title = makeVisible(item.title, 60);
  return (
    <li class={styles.item}>
      <p class={styles.time}>
        {sameDay ? clockTime(t.language, item.at, zone) : dateAndTime(t.language, item.at, zone)}
      </p>
      {item.title !== item.sender && (
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
