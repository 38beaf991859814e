import { useState } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { daysOf, exceptionsOfYear, type PlannedException } from './days-of.ts';
import styles from './exception-list.module.css';
import { Mark } from './mark.tsx';
import { sentencesOf } from './sentences.ts';

interface ExceptionListProps {
  readonly employment: Employment;
  readonly year: number;
  readonly today: LocalDate;
  readonly onRemove: (exception: PlannedException, sentence: string) => void;
}

/** What differs in a year, one sentence each. What lies behind is folded away, since nothing can be done about it. */
export function ExceptionList({ employment, year, today, onRemove }: ExceptionListProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const say = sentencesOf(t, employment, year);
  const all = exceptionsOfYear(employment, year);
  if (all.length === 0) return <p class={styles.none}>{t('exceptions.none', { year: String(year) })}</p>;
  const isOver = (one: PlannedException): boolean => daysOf(one, employment).last < today;
  const over = year === Number(today.slice(0, 4)) ? all.filter(isOver) : [];
  const rows = (list: readonly PlannedException[]) => <Rows list={list} say={say} onRemove={onRemove} />;
  return (
    <>
      {over.length > 0 && (
        <div class={styles.earlier}>
          <Button look="quiet" expanded={open} onClick={() => setOpen(!open)}>
            {t('exceptions.earlier', { count: over.length })}
          </Button>
        </div>
      )}
      {open && over.length > 0 && rows(over)}
      {all.length > over.length && rows(all.filter((one) => !over.includes(one)))}
    </>
  );
}

interface RowsProps extends Pick<ExceptionListProps, 'onRemove'> {
  readonly list: readonly PlannedException[];
  readonly say: (exception: PlannedException) => string;
}

function Rows({ list, say, onRemove }: RowsProps) {
  const t = useText();
  return (
    <ul class={styles.list}>
      {list.map((exception) => {
        const sentence = say(exception);
        return (
          <li key={JSON.stringify(exception)} class={styles.row}>
            <Mark kind={exception.kind} />
            <span>{sentence}</span>
            <div class={styles.actions}>
              <Button
                look="quiet"
                label={t('exceptions.remove-one', { what: sentence })}
                onClick={() => onRemove(exception, sentence)}
              >
                {t('exceptions.remove')}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
