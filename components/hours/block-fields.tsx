import type { Weekday } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { lengthText } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './free-fields.module.css';
import type { BlockForm } from './free-form.ts';
import { blockSentence } from './free-words.ts';
import { type BlockPlace, placeOf } from './hours-form.ts';
import { ShortField } from './short-field.tsx';
import { WeekdayChecks } from './weekday-checks.tsx';

interface BlockFieldsProps {
  readonly form: BlockForm;
  readonly problem: Problem | null;
  /** `what` names the field that was typed into; null is a step of its own. */
  readonly onChange: (form: BlockForm, what: string | null) => void;
}

/** What laws give to people without fixed hours: Chile, and Uruguay. */
const RESTS = [
  { minutes: 720, text: '12:00' },
  { minutes: 480, text: '08:00' },
];

/** No fixed hours: how long the rest is, when work usually ends, and which days are off. */
export function BlockFields({ form, problem, onChange }: BlockFieldsProps) {
  const t = useText();
  const errorAt = (place: BlockPlace): string | null =>
    problem !== null && placeOf(problem.field) === place ? t.problem(problem) : null;
  const toggle = (day: Weekday): void => {
    const others = form.daysOff.filter((one) => one !== day);
    const daysOff = form.daysOff.includes(day) ? others : [...others, day].toSorted((a, b) => a - b);
    onChange({ ...form, daysOff }, null);
  };
  const says = blockSentence(t, form);
  return (
    <div class={styles.fields}>
      <div class={styles.group}>
        <ShortField
          label={t('hours.block-rest')}
          hint={t('hours.block-rest-hint')}
          value={form.rest}
          error={errorAt('blockMinutes')}
          onInput={(rest) => onChange({ ...form, rest }, 'rest')}
        />
        <ButtonRow>
          {RESTS.map(({ minutes, text }) => (
            <Button
              key={text}
              label={t('hours.block-rest-set', { rest: lengthText(t.language, minutes) })}
              onClick={() => onChange({ ...form, rest: text }, null)}
            >
              {lengthText(t.language, minutes)}
            </Button>
          ))}
        </ButtonRow>
        <ShortField
          label={t('hours.block-end')}
          hint={t('hours.block-end-hint', { word: t('override.start.working-now') })}
          value={form.usualEnd}
          error={errorAt('usualEndMinute')}
          onInput={(usualEnd) => onChange({ ...form, usualEnd }, 'usualEnd')}
        />
        <WeekdayChecks
          legend={t('hours.block-days-off')}
          chosen={form.daysOff}
          error={errorAt('daysOff')}
          onToggle={toggle}
        />
      </div>
      {says !== null && <p class={styles.says}>{says}</p>}
    </div>
  );
}
