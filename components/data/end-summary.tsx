import type { ErasePlan } from '../../utils/core/log/erase.ts';
import { longDate } from '../../utils/core/text/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { allWords, askWords } from './ask-words.ts';
import type { Fate } from './end-step.tsx';

interface EndSummaryProps {
  readonly lastDay: LocalDate | null;
  readonly fate: Fate;
  readonly plan: ErasePlan | null;
  readonly underPassphrase: boolean;
}

/** What the last button will do, and nothing else. */
export function EndSummary({ lastDay, fate, plan, underPassphrase }: EndSummaryProps) {
  const t = useText();
  const erases = fate === 'all' || (plan !== null && plan.count > 0);
  return (
    <>
      <p>
        {lastDay === null ? t('end.hours-stay') : t('end.hours-end', { date: longDate(t.language, lastDay) })}{' '}
        {!erases && t('end.record-stays')}
      </p>
      {erases && (
        <Notice kind="care" live>
          {fate === 'all' || plan === null ? allWords(t, underPassphrase) : askWords(t, plan)}
        </Notice>
      )}
    </>
  );
}
