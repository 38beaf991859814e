import { useState } from 'preact/hooks';
import type { Employment, Shift } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { fail, type Problem, type Result } from '../../utils/core/result.ts';
import { MAX_ROSTER_LENGTH } from '../../utils/core/roster/limits.ts';
import { readRoster } from '../../utils/core/roster/read-roster.ts';
import { type RosterOverlap, shiftsOfRoster } from '../../utils/core/roster/shifts-of-roster.ts';
import type { Roster } from '../../utils/core/roster/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { rangeOf, withFreeDays } from './plan.ts';
import styles from './roster.module.css';
import { RosterQuestions, type ZoneAnswers } from './roster-questions.tsx';
import { RosterReview } from './roster-review.tsx';
import { RosterSource } from './roster-source.tsx';

export interface RosterImportProps {
  readonly employment: Employment;
  readonly now: Instant;
  readonly zones: readonly ZoneName[];
  readonly onTake: (shifts: readonly Shift[]) => Promise<Problem | null>;
}

/** A little of the past, for what has just been worked, and a year ahead. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

const NO_ANSWERS: ZoneAnswers = { zones: {} };
const TOO_BIG = fail('roster.too-big', '', { most: MAX_ROSTER_LENGTH / 1_000_000 });

/** A calendar file is read, its open questions are answered, its shifts are shown, and only then saved. */
export function RosterImport({ employment, now, zones, onTake }: RosterImportProps) {
  const t = useText();
  const [file, setFile] = useState<OpenFile | null>(null);
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [whole, setWhole] = useState<'whole' | 'only'>('whole');
  const [refused, setRefused] = useState<Problem | null>(null);
  const [taken, setTaken] = useState(0);

  const begin = (text: string | null): void => {
    const first = text === null ? TOO_BIG : reading(text, employment, now, NO_ANSWERS);
    setFile(text !== null && first.ok ? { text, first: first.value, found: first.value } : null);
    setRefused(first.ok ? null : first.problem);
    setAnswers(NO_ANSWERS);
    setTaken(0);
  };
  const answer = (given: ZoneAnswers): void => {
    setAnswers(given);
    if (file === null) return;
    const again = reading(file.text, employment, now, given);
    if (again.ok) setFile({ ...file, found: again.value });
    setRefused(again.ok ? null : again.problem);
  };
  const take = async (shifts: readonly Shift[]): Promise<void> => {
    const problem = await onTake(whole === 'whole' ? withFreeDays(shifts) : shifts);
    setRefused(problem);
    if (problem !== null) return;
    setTaken(shifts.length);
    setFile(null);
  };

  const line = /^line (?<number>\d+)$/u.exec(refused?.field ?? '')?.groups?.number;
  return (
    <div class={styles.import}>
      <RosterSource onText={begin} />
      {refused !== null && (
        <FieldError>
          {line === undefined ? t.problem(refused) : t('roster.refused-at', { line, sentence: t.problem(refused) })}
        </FieldError>
      )}
      {taken > 0 && (
        <Notice kind="good" live>
          {t('roster.taken', { count: taken })}
        </Notice>
      )}
      {file !== null && (
        <>
          <p class={styles.sum}>{summary(t, file.found.shifts)}</p>
          <RosterQuestions questions={file.first.roster.questions} answers={answers} zones={zones} onAnswer={answer} />
          <RosterReview roster={file.found.roster} overlaps={file.found.overlaps} />
          {file.found.shifts.length > 0 && (
            <>
              <RadioGroup
                legend={t('roster.other-days')}
                value={whole}
                options={[
                  { value: 'whole', label: t('roster.other-days.whole') },
                  { value: 'only', label: t('roster.other-days.only') },
                ]}
                onChange={setWhole}
              />
              <ButtonRow>
                <Button look="main" onClick={() => void take(file.found.shifts)}>
                  {t('roster.take')}
                </Button>
                <Button look="quiet" onClick={() => setFile(null)}>
                  {t('roster.drop')}
                </Button>
              </ButtonRow>
            </>
          )}
        </>
      )}
    </div>
  );
}

interface OpenFile {
  readonly text: string;
  /** As read before the person answered anything: it has all the questions. */
  readonly first: Reading;
  readonly found: Reading;
}

interface Reading {
  readonly roster: Roster;
  readonly shifts: readonly Shift[];
  readonly overlaps: readonly RosterOverlap[];
}

function reading(text: string, employment: Employment, now: Instant, answers: ZoneAnswers): Result<Reading> {
  const zone = zoneAt(employment, now);
  const today = dateOf(now, zone);
  const range = { fromDate: addDays(today, -DAYS_BACK), untilDate: addDays(today, DAYS_AHEAD) };
  const roster = readRoster(text, { zone, ...range, ...answers });
  if (!roster.ok) return roster;
  const planned = shiftsOfRoster(roster.value.shifts);
  if (!planned.ok) return fail(planned.problem.code, planned.problem.field, planned.problem.values);
  return { ok: true, value: { roster: roster.value, ...planned.value } };
}

function summary(t: ReturnType<typeof useText>, shifts: readonly Shift[]): string {
  const range = rangeOf(shifts);
  if (range === null) return t('roster.none', { back: DAYS_BACK, ahead: DAYS_AHEAD });
  const date = new Intl.DateTimeFormat(t.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (text: string): string => date.format(Date.parse(`${text}T00:00:00Z`));
  return t('roster.found', { count: shifts.length, first: day(range.first), last: day(range.last) });
}
