import { useState } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { fail, type Problem, type Result } from '../../utils/core/result.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { DayFields } from './day-fields.tsx';
import { daysOf, exceptionsOfYear, type PlannedException, touches } from './days-of.ts';
import {
  type ExceptionForm,
  exceptionOf,
  FORM_KINDS,
  type FormPlace,
  inOrder,
  newForm,
  placeOf,
} from './exception-form.ts';
import formStyles from './form.module.css';
import { has } from './lists.ts';
import { sentencesOf } from './sentences.ts';
import { Sheet } from './sheet.tsx';
import { StretchFields } from './stretch-fields.tsx';

export interface ExceptionSheetProps {
  readonly employment: Employment;
  readonly date: LocalDate;
  readonly now: Instant;
  readonly onAdd: (exception: PlannedException, sentence: string) => Promise<Problem | null>;
  readonly onClose: () => void;
}

export function ExceptionSheet({ employment, date, now, onAdd, onClose }: ExceptionSheetProps) {
  const t = useText();
  const [form, setForm] = useState(() => newForm(date));
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (part: Partial<ExceptionForm>): void => {
    setForm({ ...form, ...part });
    setProblem(null);
  };
  const errorAt = (place: FormPlace): string | null =>
    problem !== null && placeOf(problem.field) === place ? t.problem(problem) : null;

  const year = Number(date.slice(0, 4));
  const say = sentencesOf(t, employment, year);
  const there = exceptionsOfYear(employment, year).filter((one) => touches(daysOf(one, employment), date, date));

  const save = async (): Promise<void> => {
    const made = unlessThere(exceptionOf(form, employment), employment);
    const refused = made.ok ? await onAdd(inOrder(made.value), say(inOrder(made.value))) : made.problem;
    setProblem(refused);
    if (refused === null) onClose();
  };

  const ofDays = form.kind === 'leave' || form.kind === 'holiday' || form.kind === 'shift';
  const fields = { form, change, errorAt, problem };
  const shown = problem !== null && isShown(placeOf(problem.field), form);
  return (
    <Sheet title={t('exceptions.add-title')} onClose={onClose}>
      {there.length > 0 && (
        <div class={formStyles.there}>
          <p>{t('exceptions.there')}</p>
          <ul>
            {there.map((one) => (
              <li key={JSON.stringify(one)}>{say(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <form
        class={formStyles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SelectField
          label={t('exceptions.what')}
          value={form.kind}
          options={FORM_KINDS.map((value) => ({ value, label: t(`exceptions.add.${value}`) }))}
          onChange={(kind) => change({ kind: kind as ExceptionForm['kind'] })}
        />
        {ofDays ? <DayFields {...fields} /> : <StretchFields {...fields} zone={zoneAt(employment, now)} />}
        {problem !== null && !shown && <FieldError>{t.problem(problem)}</FieldError>}
        <ButtonRow>
          <Button look="main" type="submit">
            {t('exceptions.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Sheet>
  );
}

function unlessThere(made: Result<PlannedException>, { exceptions }: Employment): Result<PlannedException> {
  return made.ok && has(exceptions, inOrder(made.value)) ? fail('hours.exception-twice', '') : made;
}

/** Does the form show this place, for this kind? */
function isShown(place: FormPlace, { kind }: ExceptionForm): boolean {
  if (typeof place === 'object') return kind === 'shift';
  if (place === 'last') return kind !== 'holiday' && kind !== 'shift';
  if (place === 'name') return kind === 'holiday';
  if (place === 'reason') return kind === 'overtime';
  return place === 'first';
}
