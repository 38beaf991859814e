import { useRef, useState } from 'preact/hooks';
import type { PublicHoliday } from '../../utils/core/holidays/types.ts';
import type { Employment, WindowsVersion } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import { ChangeNoteLine } from './change-note.tsx';
import { ExceptionList } from './exception-list.tsx';
import styles from './exceptions-editor.module.css';
import type { HolidaySource } from './holiday-source.ts';
import { useChanges } from './use-changes.ts';
import { windowSentence } from './window-sentences.ts';
import { addWindow } from './windows.ts';
import { WindowsList } from './windows-list.tsx';
import { YearView } from './year-view.tsx';

const ExceptionSheet = later(async () => (await import('./exception-sheet.tsx')).ExceptionSheet);
const WindowSheet = later(async () => (await import('./window-sheet.tsx')).WindowSheet);
const HolidaysSheet = later(async () => (await import('./holidays-sheet.tsx')).HolidaysSheet);

export interface ExceptionsEditorProps {
  readonly employment: Employment;
  readonly now: Instant;
  readonly save: SaveSettings;
  readonly holidays: HolidaySource;
  /** Of the headings within: 3, or 4 below the name of a job. */
  readonly level: 3 | 4;
}

/** The days of one job on which the usual hours do not hold, and what returns every week beside them. */
export function ExceptionsEditor({ employment, now, save, holidays, level }: ExceptionsEditorProps) {
  const t = useText();
  const today = dateOf(now, zoneAt(employment, now));
  const [current, setCurrent] = useState(today);
  const [open, setOpen] = useState<'day' | 'window' | 'holidays' | null>(null);
  const changes = useChanges(employment.id, save);
  const Heading = `h${level}` as const;
  const year = Number(current.slice(0, 4));
  const list = useRef<HTMLElement>(null);
  const windowList = useRef<HTMLElement>(null);
  const close = (): void => setOpen(null);
  const show = (sheet: typeof open): void => {
    changes.close();
    setOpen(sheet);
  };

  const addDayOn = (date: LocalDate): void => {
    setCurrent(date);
    show('day');
  };
  const addHolidays = (found: readonly PublicHoliday[]): Promise<Problem | null> =>
    changes.addExceptions(
      found.map((holiday) => ({ kind: 'holiday', ...holiday })),
      t('exceptions.holidays-added', { count: found.length }),
    );
  const addWeekly = (window: WindowsVersion): Promise<Problem | null> =>
    changes.changeWindows(
      (windows) => addWindow(windows, window),
      t('exceptions.added', { what: windowSentence(t, window) }),
    );

  return (
    <div class={styles.editor}>
      <ButtonRow>
        <Button look="main" onClick={() => show('day')}>
          {t('exceptions.open-add')}
        </Button>
        <Button onClick={() => show('holidays')}>{t('exceptions.open-holidays')}</Button>
      </ButtonRow>
      <YearView {...{ employment, today, current }} onMove={setCurrent} onPick={addDayOn} />
      <section class={styles.block} ref={list} tabIndex={-1}>
        <Heading class={styles.heading}>{t('exceptions.in-year', { year: String(year) })}</Heading>
        <ExceptionList
          {...{ employment, year, today }}
          onRemove={(gone, sentence) => {
            changes.removeException(gone, t('exceptions.removed', { what: sentence }));
            focus(list.current);
          }}
        />
      </section>
      <section class={styles.block} ref={windowList} tabIndex={-1}>
        <Heading class={styles.heading}>{t('exceptions.windows')}</Heading>
        <WindowsList {...{ employment, today, changes }} onGone={() => focus(windowList.current)} />
        <ButtonRow>
          <Button onClick={() => show('window')}>{t('exceptions.windows-add')}</Button>
        </ButtonRow>
      </section>
      <ChangeNoteLine note={changes.note} onClose={changes.close} onFocusLost={() => focus(list.current)} />
      {open === 'day' && (
        <ExceptionSheet
          {...{ employment, now }}
          date={current}
          onAdd={(one, sentence) => changes.addExceptions([one], t('exceptions.added', { what: sentence }))}
          onClose={close}
        />
      )}
      {open === 'window' && <WindowSheet {...{ employment, today }} onAdd={addWeekly} onClose={close} />}
      {open === 'holidays' && (
        <HolidaysSheet {...{ employment, year }} source={holidays} onAdd={addHolidays} onClose={close} />
      )}
    </div>
  );
}

/** Where the pressed button goes away with its row. */
const focus = (section: HTMLElement | null): void => section?.focus({ preventScroll: true });
