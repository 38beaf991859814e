import type { Pattern } from '../../utils/core/insight/patterns.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { minuteText } from './minute-text.ts';
import styles from './patterns-list.module.css';

interface PatternsListProps {
  readonly patterns: readonly Pattern[];
  readonly onPick: (pattern: Pattern) => void;
}

/** What comes back, each in one sentence and as a row of days; choosing one shows the entries it was read from. */
export function PatternsList({ patterns, onPick }: PatternsListProps) {
  const t = useText();
  return (
    <ul class={styles.list}>
      {patterns.map((pattern) => (
        <li key={`${pattern.kind} ${pattern.sender} ${pattern.weekday}`} class={styles.pattern}>
          <div class={styles.words}>
            <strong>
              {pattern.sender === '' ? t('insight.anybody') : <Captured text={pattern.sender} maxLength={60} />}
            </strong>
            <span>{patternWords(t, pattern)}</span>
          </div>
          <button type="button" class={styles.show} aria-label={labelOf(t, pattern)} onClick={() => onPick(pattern)}>
            {t('insight.show')}
          </button>
          <span class={styles.days} aria-hidden="true">
            {pattern.hits.map((hit, index) => (
              <span key={index} class={hit ? styles.hit : styles.miss} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The sentence behind the sender: "9 of the last 12 Sundays, mostly between 21:00 and 22:00". */
export function patternWords(t: Text, { kind, count, of, weekday, hour, minute }: Pattern): string {
  const said = { times: count, of };
  const mostly =
    hour === null ? '' : t('insight.mostly', { from: minuteText(hour * 60), until: minuteText((hour + 1) * 60) });
  switch (kind) {
    case 'sender-weekday':
    case 'weekend':
      return t('insight.on-weekday', { ...said, days: t(`insight.days.${weekday ?? 7}`) }) + mostly;
    case 'sender-weekdays':
      return t('insight.on-workdays', said) + mostly;
    case 'evenings':
      return t('insight.on-evenings', said);
    case 'after-end':
      return t('insight.after-end', { ...said, time: minuteText(minute ?? 0) });
  }
}

const labelOf = (t: Text, pattern: Pattern): string =>
  `${t('insight.show')}: ${pattern.sender === '' ? t('insight.anybody') : pattern.sender}, ${patternWords(t, pattern)}`;
