import { useEffect, useRef, useState } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { RestVersion } from '../../utils/core/rest/rule-types.ts';
import { restWords } from '../../utils/core/rest/words.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { canonical } from './canonical.ts';
import { RestFields } from './rest-fields.tsx';
import { fieldsOf, formOfRests, type RestForm, restsWith, versionOf } from './rest-form.ts';
import { REST_PRESETS, type RestPresetName } from './rest-presets.ts';
import styles from './rests.module.css';

export interface RestPartProps {
  readonly employment: Pick<Employment, 'rests'>;
  /** Monday of this week: where new rules begin unless the person says otherwise. */
  readonly defaultFrom: LocalDate;
  readonly onSave: (change: (rests: readonly RestVersion[]) => readonly RestVersion[]) => Promise<Problem | null>;
}

/** What the rests of one job are measured by: folded, since most people first want their hours right. */
export function RestPart({ employment: { rests = [] }, defaultFrom, onSave }: RestPartProps) {
  const t = useText();
  const [form, setForm] = useState<RestForm>(() => formOfRests(rests, defaultFrom));
  const [preset, setPreset] = useState<RestPresetName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const [open, setOpen] = useState(false);

  // Rules from elsewhere (a file, another window) begin a new form; those that were saved here do not.
  const incoming = canonical(rests);
  const known = useRef(incoming);
  const savedHere = useRef('');
  useEffect(() => {
    if (known.current === incoming) return;
    known.current = incoming;
    if (savedHere.current !== incoming) setForm(formOfRests(rests, defaultFrom));
  });

  const change = (part: Partial<RestForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setProblem(null);
    setSaved(false);
  };

  const save = async (): Promise<void> => {
    const version = versionOf(form);
    const refused = version.ok ? await keep(version.value) : version.problem;
    setProblem(refused);
    setSaved(refused === null);
  };

  const keep = (version: RestVersion | null): Promise<Problem | null> =>
    onSave((now) => {
      const next = restsWith(now, form.validFrom, version);
      savedHere.current = canonical(next);
      return next;
    });

  const last = rests.at(-1);
  const words = last === undefined || last.validUntil !== undefined ? [] : restWords(t, last);
  return (
    <details class={styles.rests} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('rests.title')} <span class={styles.soft}>{words.length === 0 ? t('rests.none') : words.join('; ')}</span>
      </summary>
      {open && (
        <form
          class={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p class={styles.soft}>{t('rests.intro')}</p>
          <fieldset>
            <legend class={styles.presets}>{t('rests.presets')}</legend>
            <ButtonRow>
              {(Object.keys(REST_PRESETS) as RestPresetName[]).map((name) => (
                <Button
                  key={name}
                  onClick={() => {
                    change(fieldsOf(REST_PRESETS[name].rules));
                    setPreset(name);
                  }}
                >
                  {placeName(t.language, name)}
                </Button>
              ))}
            </ButtonRow>
          </fieldset>
          <p class={styles.soft} role="status">
            {preset !== null && (
              <>
                {t(`rests.preset.${preset}`)}{' '}
                {t('rests.checked', { month: monthName(t.language, REST_PRESETS[preset].checked) })}
              </>
            )}
          </p>
          <RestFields form={form} problem={problem} onChange={change} />
          <ButtonRow>
            <Button type="submit">{t('rests.save')}</Button>
            <span role="status" class={styles.soft}>
              {saved ? t('saved') : ''}
            </span>
          </ButtonRow>
        </form>
      )}
    </details>
  );
}

const placeName = (language: string, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code;

const monthName = (language: string, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
