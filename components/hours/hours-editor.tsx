import { useState } from 'preact/hooks';
import { checkEmployment } from '../../utils/core/hours/check.ts';
import { MAX_LABEL_LENGTH } from '../../utils/core/hours/limits.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { LocalDate, ZoneName } from '../../utils/core/time/instant.ts';
import { ribbonPattern } from '../ribbon/week.ts';
import { WeekRibbon } from '../ribbon/week-ribbon.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { DayRows } from './day-rows.tsx';
import styles from './hours-editor.module.css';
import {
  drawableDays,
  employmentOf,
  formOf,
  type HoursForm,
  inOrder,
  PRESETS,
  type PresetName,
  type ProblemPlace,
  placeOf,
} from './hours-form.ts';
import { ZoneField } from './zone-field.tsx';

export interface HoursEditorProps {
  readonly employment: Employment;
  /** Monday of this week: where new hours begin unless the person says otherwise. */
  readonly defaultFrom: LocalDate;
  readonly zones: readonly ZoneName[];
  readonly onSave: (employment: Employment) => Promise<Problem | null>;
  readonly saveLabel: string;
}

/** The contracted week as text fields with the ribbon above; nothing is changed until it is valid and saved. */
export function HoursEditor({ employment, defaultFrom, zones, onSave, saveLabel }: HoursEditorProps) {
  const t = useText();
  const [form, setForm] = useState(() => formOf(employment, defaultFrom));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);

  const change = (part: Partial<HoursForm>): void => {
    setForm({ ...form, ...part });
    setProblem(null);
    setSaved(false);
  };

  const save = async (): Promise<void> => {
    const result = employmentOf(form, employment);
    const wrong = result.ok ? checkEmployment(result.value) : result.problem;
    const refused = result.ok && wrong === null ? await onSave(inOrder(result.value)) : wrong;
    setProblem(refused);
    setSaved(refused === null);
  };

  const errorAt = (place: ProblemPlace): string | null =>
    problem !== null && placeOf(problem.field) === place ? t.problem(problem) : null;
  const rotating = employment.hours.at(-1)?.pattern.kind === 'rotating';

  return (
    <form
      class={styles.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {rotating && <Notice>{t('hours.rotating')}</Notice>}
      <div class={styles.ribbon}>
        <WeekRibbon week={ribbonPattern(drawableDays(form.days))} caption={t('hours.ribbon-caption')} hoursOnly />
      </div>
      <fieldset>
        <legend class={styles.presets}>{t('hours.presets')}</legend>
        <ButtonRow>
          {(Object.keys(PRESETS) as PresetName[]).map((name) => (
            <Button key={name} onClick={() => change({ days: PRESETS[name] })}>
              {t(`hours.preset.${name}`)}
            </Button>
          ))}
        </ButtonRow>
      </fieldset>
      <DayRows days={form.days} onChange={(days) => change({ days })} problem={problem} />
      <div class={styles.fields}>
        <TextField
          label={t('hours.label')}
          value={form.label}
          onInput={(label) => change({ label })}
          maxLength={MAX_LABEL_LENGTH}
          error={errorAt('label')}
        />
        <ZoneField zone={form.zone} zones={zones} onChange={(zone) => change({ zone })} error={errorAt('zone')} />
        <TextField
          label={t('hours.valid-from')}
          hint={t('hours.valid-from-hint')}
          type="date"
          value={form.validFrom}
          onInput={(validFrom) => change({ validFrom })}
          error={errorAt('validFrom')}
        />
      </div>
      {errorAt('form') && <FieldError>{errorAt('form')}</FieldError>}
      <ButtonRow>
        <Button look="main" type="submit">
          {saveLabel}
        </Button>
        <span role="status" class={styles.soft}>
          {saved ? t('saved') : ''}
        </span>
      </ButtonRow>
    </form>
  );
}
