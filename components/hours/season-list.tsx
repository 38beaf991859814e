import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_SEASONS } from '../../utils/core/hours/limits.ts';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import type { PatternForm } from './pattern-form.ts';
import { SeasonEditor } from './season-editor.tsx';
import { newSeason, type SeasonForm, seasonPlaceOf } from './season-form.ts';
import { seasonSentence } from './season-words.ts';
import styles from './seasons.module.css';

interface SeasonListProps {
  readonly seasons: readonly SeasonForm[];
  /** What a new season begins with. */
  readonly usual: PatternForm;
  /** What was refused; it may be about a season or about something else. */
  readonly problem: Problem | null;
  readonly onChange: (seasons: readonly SeasonForm[], what: string | null) => void;
}

/** Other hours for parts of every year; they are saved, and undone, with the rest of the hours. */
export function SeasonList({ seasons, usual, problem, onChange }: SeasonListProps) {
  const t = useText();
  const [open, setOpen] = useState<number | null>(null);
  const part = useRef<HTMLFieldSetElement>(null);
  const wrong = problem === null ? null : seasonPlaceOf(problem);
  const wrongIndex = wrong?.index ?? null;
  // At every refusal, also at the second one of the same: the person may have folded it away in between.
  useEffect(() => {
    const place = problem === null ? null : seasonPlaceOf(problem);
    if (place !== null) setOpen(place.index);
  }, [problem]);

  // The new season's fields are not there yet while the button is pressed.
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    part.current?.querySelector<HTMLElement>('li:last-child select')?.focus();
  });

  const add = (): void => {
    added.current = true;
    onChange([...seasons, newSeason(usual)], null);
    setOpen(seasons.length);
  };
  const remove = (index: number): void => {
    onChange(seasons.toSpliced(index, 1), null);
    setOpen(null);
    part.current?.focus({ preventScroll: true });
  };

  return (
    <fieldset class={styles.seasons} ref={part} tabIndex={-1}>
      <legend class={styles.title}>{t('hours.seasons')}</legend>
      <p class={styles.soft}>{t('hours.seasons-hint')}</p>
      {seasons.length > 0 && (
        <ul class={styles.list}>
          {seasons.map((season, index) => {
            const sentence = seasonSentence(t, season);
            return (
              <li key={index} class={styles.row}>
                <span>{sentence}</span>
                <div class={styles.actions}>
                  <Button
                    look="quiet"
                    label={t(open === index ? 'hours.season-done-one' : 'hours.season-edit-one', { what: sentence })}
                    expanded={open === index}
                    onClick={() => setOpen(open === index ? null : index)}
                  >
                    {t(open === index ? 'hours.season-done' : 'hours.season-edit')}
                  </Button>
                  <Button
                    look="quiet"
                    label={t('hours.season-remove-one', { what: sentence })}
                    onClick={() => remove(index)}
                  >
                    {t('hours.season-remove')}
                  </Button>
                </div>
                {open === index && (
                  <SeasonEditor
                    season={season}
                    name={sentence}
                    problem={wrongIndex === index ? (wrong?.problem ?? null) : null}
                    onChange={(changed, what) =>
                      onChange(seasons.with(index, changed), what === null ? null : `season ${index} ${what}`)
                    }
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {seasons.length < MAX_SEASONS && (
        <ButtonRow>
          <Button onClick={add}>{t('hours.season-add')}</Button>
        </ButtonRow>
      )}
    </fieldset>
  );
}
