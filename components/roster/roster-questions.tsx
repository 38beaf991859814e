import type { RosterQuestion } from '../../utils/core/roster/types.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { zoneOptions } from '../hours/zone-names.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { Field, Select } from '../ui/field.tsx';

/** What the person said about times whose zone the file does not tell. */
export interface ZoneAnswers {
  readonly floatingZone?: ZoneName;
  readonly zones: Readonly<Record<string, ZoneName>>;
}

interface RosterQuestionsProps {
  /** As the file was first read, so that an answer can be changed. */
  readonly questions: readonly RosterQuestion[];
  readonly answers: ZoneAnswers;
  readonly zones: readonly ZoneName[];
  readonly onAnswer: (answers: ZoneAnswers) => void;
}

/** One choice for each clock that the file leaves open. */
export function RosterQuestions({ questions, answers, zones, onAnswer }: RosterQuestionsProps) {
  const t = useText();
  return (
    <>
      {questions.map((question) => {
        if (question.kind === 'all-day') return null;
        const named = question.kind === 'unknown-zone' ? question.name : null;
        const answered = named === null ? answers.floatingZone : answers.zones[named];
        // Lists of zones may lack the job's own, such as UTC.
        const offered = zones.includes(question.assumed) ? zones : [question.assumed, ...zones];
        const choose = (zone: ZoneName): void =>
          onAnswer(
            named === null
              ? { ...answers, floatingZone: zone }
              : { ...answers, zones: { ...answers.zones, [named]: zone } },
          );
        return (
          <Field
            key={named ?? ''}
            label={named === null ? t('roster.floating', { count: question.events }) : t('roster.unknown-zone')}
            hint={t('roster.zone-hint')}
          >
            {(aria) => (
              <>
                {named !== null && (
                  <p>
                    <Captured text={named} maxLength={80} />
                  </p>
                )}
                <Select
                  {...aria}
                  value={answered ?? question.assumed}
                  options={zoneOptions(offered)}
                  onChange={choose}
                />
              </>
            )}
          </Field>
        );
      })}
    </>
  );
}
