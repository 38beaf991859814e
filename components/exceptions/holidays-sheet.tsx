import { useEffect, useState } from 'preact/hooks';
import type { HolidayFile, HolidayIndex, PublicHoliday } from '../../utils/core/holidays/types.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './form.module.css';
import { countryOptions, foundIn, placeOptions } from './holiday-choice.ts';
import { HolidayList } from './holiday-list.tsx';
import type { HolidaySource } from './holiday-source.ts';
import { Sheet } from './sheet.tsx';
import { YearChecks } from './year-checks.tsx';

export interface HolidaysSheetProps {
  readonly employment: Employment;
  readonly year: number;
  readonly source: HolidaySource;
  readonly onAdd: (holidays: readonly PublicHoliday[]) => Promise<Problem | null>;
  readonly onClose: () => void;
}

/** The public holidays of a place, each to be taken or left. */
export function HolidaysSheet({ employment, year, source, onAdd, onClose }: HolidaysSheetProps) {
  const t = useText();
  const [index, setIndex] = useState<HolidayIndex | null>(null);
  const [file, setFile] = useState<HolidayFile | null>(null);
  const [country, setCountry] = useState('');
  const [place, setPlace] = useState('');
  const [years, setYears] = useState<readonly number[]>([year]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    void source.index().then((read) => (read.ok ? setIndex(read.value) : setProblem(read.problem)));
  }, [source]);

  useEffect(() => {
    let current = true;
    if (country !== '') {
      void source.country(country).then((read) => {
        if (!current) return;
        setFile(read.ok ? read.value : null);
        setProblem(read.ok ? null : read.problem);
      });
    }
    return () => {
      current = false;
    };
  }, [source, country]);

  const found = file === null || file.country !== country ? null : foundIn(file, place, years, t.language, employment);
  const chosen = found?.filter(({ date, known }) => !known && !left.has(date)) ?? [];

  const add = async (): Promise<void> => {
    const refused = await onAdd(chosen.map(({ date, name }) => ({ date, name })));
    setProblem(refused);
    if (refused === null) onClose();
  };

  return (
    <Sheet title={t('exceptions.open-holidays')} onClose={onClose}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) void add();
        }}
      >
        {index !== null && (
          <>
            <SelectField
              label={t('exceptions.country')}
              value={country}
              options={countryOptions(t, index)}
              onChange={(code) => {
                setCountry(code);
                setPlace('');
              }}
            />
            {country !== '' && placeOptions(t, index, country).length > 1 && (
              <SelectField
                label={t('exceptions.place')}
                value={place}
                options={placeOptions(t, index, country)}
                onChange={setPlace}
              />
            )}
            <YearChecks covered={index.years} shown={year} chosen={years} onChange={setYears} />
          </>
        )}
        {found !== null && <HolidayList found={found} left={left} years={years} onLeft={setLeft} />}
        {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
        <ButtonRow>
          {found !== null && (
            <Button look="main" type="submit" disabled={chosen.length === 0}>
              {t('exceptions.holidays-add', { count: chosen.length })}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </ButtonRow>
        {index !== null && found !== null && (
          <p class={styles.soft}>
            <span lang="en">{index.attribution}</span>{' '}
            <a href={index.licence} target="_blank" rel="noreferrer">
              CC BY-SA 3.0
            </a>
            {' · '}
            <a href={source.sources} target="_blank" rel="noreferrer">
              {t('exceptions.sources')}
            </a>
          </p>
        )}
      </form>
    </Sheet>
  );
}
