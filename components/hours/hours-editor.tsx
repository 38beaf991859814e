import { useEffect, useRef, useState } from 'preact/hooks';
import { checkEmployment } from '../../utils/core/hours/check.ts';
import { MAX_LABEL_LENGTH } from '../../utils/core/hours/limits.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Instant, LocalDate, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { canonical } from './canonical.ts';
import styles from './hours-editor.module.css';
import { employmentOf, formOf, type HoursForm, inOrder, type ProblemPlace, placeOf } from './hours-form.ts';
import { NowSentence } from './now-sentence.tsx';
import { PatternFields } from './pattern-fields.tsx';
import { PRESETS, type PresetName } from './presets.ts';
import { seasonPlaceOf } from './season-form.ts';
import { SeasonList } from './season-list.tsx';
import { useUndo } from './use-undo.ts';
import { ZoneField } from './zone-field.tsx';

export interface HoursEditorProps {
  readonly employment: Employment;
  /** Monday of this week: where new hours begin unless the person says otherwise. */
  readonly defaultFrom: LocalDate;
  readonly now: Instant;
  readonly zones: readonly ZoneName[];
  readonly deviceZone: ZoneName;
  readonly onSave: (employment: Employment) => Promise<Problem | null>;
  readonly saveLabel: string;
}

/** The contracted hours as a picture to draw on and as text fields; nothing is changed until it is valid and saved. */
export function HoursEditor({ employment, defaultFrom, now, zones, deviceZone, onSave, saveLabel }: HoursEditorProps) {
  const t = useText();
  const { value: form, change: step, undo, canUndo, reset } = useUndo(() => formOf(employment, defaultFrom));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);

  // Hours from elsewhere (a file, another window) begin a new form; those that were saved here do not.
  const incoming = canonical(employment.hours);
  const known = useRef(incoming);
  const savedHere = useRef('');
  useEffect(() => {
    if (known.current === incoming) return;
    known.current = incoming;
    if (savedHere.current !== incoming) reset(formOf(employment, defaultFrom));
  });

  const touched = (): void => {
    setProblem(null);
    setSaved(false);
  };
  const change = (part: Partial<HoursForm>, what: string | null): void => {
    step({ ...form, ...part }, what);
    touched();
  };

  const draft = employmentOf(form, employment);
  const save = async (): Promise<void> => {
    const wrong = draft.ok ? checkEmployment(draft.value) : draft.problem;
    const refused = draft.ok && wrong === null ? await keep(inOrder(draft.value)) : wrong;
    setProblem(refused);
    setSaved(refused === null);
  };

  const keep = (changed: Employment): Promise<Problem | null> => {
    savedHere.current = canonical(changed.hours);
    return onSave(changed);
  };

  const errorAt = (place: ProblemPlace): string | null =>
    problem !== null && seasonPlaceOf(problem) === null && placeOf(problem.field) === place ? t.problem(problem) : null;

  return (
    <form
      class={styles.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset>
        <legend class={styles.presets}>{t('hours.presets')}</legend>
        <ButtonRow>
          {(Object.keys(PRESETS) as PresetName[]).map((name) => (
            <Button key={name} onClick={() => change(PRESETS[name], null)}>
              {t(`hours.preset.${name}`)}
            </Button>
          ))}
        </ButtonRow>
      </fieldset>
      <PatternFields form={form} problem={problem} onChange={change}>
        <NowSentence employment={draft.ok ? draft.value : null} {...{ now, deviceZone }} />
      </PatternFields>
      <SeasonList
        seasons={form.seasons}
        usual={form}
        problem={problem}
        onChange={(seasons, what) => change({ seasons }, what)}
      />
      <div class={styles.fields}>
        <TextField
          label={t('hours.label')}
          value={form.label}
          onInput={(label) => change({ label }, 'label')}
          maxLength={MAX_LABEL_LENGTH}
          error={errorAt('label')}
        />
        <ZoneField
          zone={form.zone}
          zoneRule={form.zoneRule}
          zones={zones}
          onChange={(part) => change(part, 'zone')}
          error={errorAt('zone')}
        />
        <TextField
          label={t('hours.valid-from')}
          hint={t('hours.valid-from-hint')}
          type="date"
          value={form.validFrom}
          onInput={(validFrom) => change({ validFrom }, 'validFrom')}
          error={errorAt('validFrom')}
        />
      </div>
      {errorAt('form') && <FieldError>{errorAt('form')}</FieldError>}
      <ButtonRow>
        <Button look="main" type="submit">
          {saveLabel}
        </Button>
        <Button
          look="quiet"
          disabled={!canUndo}
          onClick={() => {
            undo();
            touched();
          }}
        >
          {t('hours.undo')}
        </Button>
        <span role="status" class={styles.soft}>
          {saved ? t('saved') : ''}
        </span>
      </ButtonRow>
    </form>
  );
}
