import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { FieldError } from '../ui/notice.tsx';
import { type ProblemPlace, placeOf } from './hours-form.ts';
import { PatternFields } from './pattern-fields.tsx';
import type { SeasonForm } from './season-form.ts';
import { seasonProblem } from './season-words.ts';
import styles from './seasons.module.css';
import { YearDayField } from './year-day-field.tsx';

interface SeasonEditorProps {
  readonly season: SeasonForm;
  /** Names the group for ears, since its days are called as those of the usual hours. */
  readonly name: string;
  /** Its field is a place within the season. */
  readonly problem: Problem | null;
  readonly onChange: (season: SeasonForm, what: string | null) => void;
}

/** First and last day of a part of the year, and its hours in the same fields as the usual ones. */
export function SeasonEditor({ season, name, problem, onChange }: SeasonEditorProps) {
  const t = useText();
  const place = problem === null ? null : seasonPlace(problem.field);
  const errorAt = (wanted: typeof place): string | null =>
    problem !== null && place === wanted ? seasonProblem(t, problem) : null;
  return (
    <fieldset class={styles.editor}>
      <legend class="unseen">{name}</legend>
      <div class={styles.dates}>
        <YearDayField
          legend={t('hours.season-first')}
          value={season.first}
          error={errorAt('first')}
          onChange={(first) => onChange({ ...season, first }, 'first')}
        />
        <YearDayField
          legend={t('hours.season-last')}
          value={season.last}
          error={errorAt('last')}
          onChange={(last) => onChange({ ...season, last }, 'last')}
        />
      </div>
      <PatternFields
        form={season}
        problem={place === 'pattern' ? problem : null}
        onChange={(part, what) => onChange({ ...season, ...part }, what)}
      />
      {errorAt('form') && <FieldError>{errorAt('form')}</FieldError>}
    </fieldset>
  );
}

const PATTERN_PLACES: readonly ProblemPlace[] = ['anchor', 'blockMinutes', 'usualEndMinute', 'daysOff'];

function seasonPlace(field: string): 'first' | 'last' | 'pattern' | 'form' {
  if (field === 'first' || field === 'from') return 'first';
  if (field === 'last' || field === 'until') return 'last';
  const within = placeOf(field);
  if (typeof within === 'object') return 'pattern';
  return PATTERN_PLACES.includes(within) ? 'pattern' : 'form';
}
