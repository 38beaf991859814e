import type { ComponentChildren } from 'preact';
import type { Problem } from '../../utils/core/result.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { BlockFields } from './block-fields.tsx';
import { dayNames } from './day-names.ts';
import { DayRows } from './day-rows.tsx';
import { FlexibleFields } from './flexible-fields.tsx';
import { WEEKDAYS } from './free-form.ts';
import { usualDays } from './free-words.ts';
import styles from './hours-editor.module.css';
import { placeOf } from './hours-form.ts';
import { type PatternForm, typedInto } from './pattern-form.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { WeekPicture } from './week-picture.tsx';

interface PatternFieldsProps {
  readonly form: PatternForm;
  readonly problem: Problem | null;
  /** `what` names the field that was typed into; null is a step of its own. */
  readonly onChange: (part: Partial<PatternForm>, what: string | null) => void;
  /** Stands below the picture. */
  readonly children?: ComponentChildren;
}

/** Beyond this a rotation is told by its rows alone. */
const MOST_DAYS_DRAWN = 28;

/** One pattern as a picture, to draw on where the hours are fixed, and as text fields. */
export function PatternFields({ form, problem, onChange, children }: PatternFieldsProps) {
  const t = useText();
  const changeDays = (days: PatternForm['days']): void => onChange({ days }, typedInto(form.days, days));
  const anchorError = problem !== null && placeOf(problem.field) === 'anchor' ? t.problem(problem) : null;
  const usual = usualDays(form);
  return (
    <>
      <RepeatFields form={form} anchorError={anchorError} onChange={onChange} />
      <div class={styles.picture}>
        {usual !== null && (
          <>
            <WeekPicture
              days={usual}
              names={WEEKDAYS.map((day) => weekdayName(t.language, day, 'short'))}
              onChange={null}
            />
            <p class={styles.soft}>{t('hours.picture-usual')}</p>
          </>
        )}
        {usual === null && form.days.length <= MOST_DAYS_DRAWN && (
          <>
            <WeekPicture days={form.days} names={dayNames(t, form, 'short')} onChange={changeDays} />
            <p class={styles.soft}>{t('hours.picture-hint')}</p>
          </>
        )}
        {children}
      </div>
      {form.repeat === 'block' && (
        <BlockFields
          form={form.block}
          problem={problem}
          onChange={(block, what) => onChange({ block }, what && `block ${what}`)}
        />
      )}
      {form.repeat === 'flexible' && (
        <FlexibleFields
          groups={form.flexible}
          problem={problem}
          onChange={(flexible, what) => onChange({ flexible }, what && `flexible ${what}`)}
        />
      )}
      {usual === null && (
        <DayRows days={form.days} names={dayNames(t, form, 'long')} onChange={changeDays} problem={problem} />
      )}
    </>
  );
}
