import { useRef, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { HolidaySource } from '../../components/exceptions/holiday-source.ts';
import { ExceptionsPart } from '../../components/options/exceptions-part.tsx';
import type { SaveSettings } from '../../components/settings/edit.ts';
import { readHolidayFile, readHolidayIndex } from '../../utils/core/holidays/file.ts';
import type { Employment, HoursException } from '../../utils/core/hours/types.ts';
import { fail, type Problem } from '../../utils/core/result.ts';
import { parseSettings } from '../../utils/core/settings/schema.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { at, JOB, NOW, SETTINGS } from './samples.ts';
import { settled, show } from './screen.tsx';

export const FAIR: HoursException = { kind: 'holiday', date: '2026-12-08', name: 'Fair' };
export const LEAVE: HoursException = { kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'annual' };
export const PAST: HoursException = { kind: 'holiday', date: '2026-05-01', name: 'Labour Day' };
export const WORD: HoursException = {
  kind: 'working-now',
  from: at('2026-11-02', '20:00'),
  until: at('2026-11-02', '21:00'),
  reason: 'WORD',
};

const FILE = readHolidayFile(
  JSON.stringify({
    format: 1,
    country: 'ES',
    years: [2026, 2027],
    languages: ['es'],
    places: ['MD'],
    holidays: [
      { name: { es: 'Inmaculada', en: 'Immaculate' }, dates: '1208' },
      { name: { es: 'Año Nuevo', en: 'New Year' }, dates: '0101' },
      { name: { es: 'Dos de Mayo' }, dates: '0502', in: 'MD' },
    ],
  }),
);
const INDEX = readHolidayIndex(
  JSON.stringify({
    years: [2026, 2027],
    attribution: 'Thanks to them.',
    licence: 'https://licence.example/',
    countries: [
      { code: 'ES', name: 'Spain', subdivisions: [{ code: 'MD', name: 'Madrid' }] },
      { code: 'UY', name: 'Uruguay', subdivisions: [] },
    ],
  }),
);

const source = () => ({
  index: vi.fn<HolidaySource['index']>(async () => INDEX),
  country: vi.fn<HolidaySource['country']>(async (code) => (code === 'ES' ? FILE : fail('holidays.file-damaged', ''))),
  sources: '/sources.txt',
});

/** Settings as the background keeps them: checked, and given back to the page. */
export interface World {
  readonly root: HTMLElement;
  readonly holidays: ReturnType<typeof source>;
  readonly job: (id?: string) => Employment;
  /** A change from elsewhere, which this page has not seen yet. */
  readonly meanwhile: (change: (settings: Settings) => Settings) => void;
  readonly refuse: (problem: Problem | null) => void;
}

export async function world(...employments: readonly Employment[]): Promise<World> {
  const holidays = source();
  let settings: Settings = { ...SETTINGS, employments };
  let refusal: Problem | null = null;
  function Page() {
    const [shown, setShown] = useState(settings);
    const save = useRef<SaveSettings>(async (change) => {
      if (refusal !== null) return refusal;
      const parsed = parseSettings(change(settings));
      if (!parsed.ok) return parsed.problem;
      settings = parsed.value;
      setShown(settings);
      return null;
    });
    return <ExceptionsPart settings={shown} now={NOW} save={save.current} holidays={holidays} />;
  }
  const root = show(<Page />);
  await act(async () => {
    await vi.dynamicImportSettled();
    await settled();
  });
  return {
    root,
    holidays,
    job: (id = 'job') => settings.employments.find((one) => one.id === id) ?? JOB,
    meanwhile: (change) => {
      settings = change(settings);
    },
    refuse: (problem) => {
      refusal = problem;
    },
  };
}

export const dayButton = (root: HTMLElement, date: string): HTMLButtonElement => {
  const found = root.querySelector<HTMLButtonElement>(`[data-date="${date}"]`);
  if (found === null) throw new Error(`no day ${date}`);
  return found;
};

/** By its visible label, or the one for ears. */
export function field(root: HTMLElement, label: string): HTMLInputElement {
  const of = [...root.querySelectorAll('label')].find((one) => one.textContent === label)?.htmlFor ?? '';
  const found =
    root.querySelector<HTMLInputElement>(`[aria-label="${label}"]`) ??
    (of === '' ? null : root.querySelector<HTMLInputElement>(`[id="${of}"]`));
  if (found === null) throw new Error(`no field “${label}”`);
  return found;
}

export async function choose(select: HTMLElement, value: string): Promise<void> {
  await act(async () => {
    (select as HTMLSelectElement).value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await settled();
  });
}

export async function press(element: Element | null, key: string): Promise<void> {
  await act(async () => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settled();
  });
}

export const checkbox = (root: HTMLElement, text: string): HTMLInputElement => {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent?.includes(text));
  const found = label?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!found) throw new Error(`no checkbox “${text}”`);
  return found;
};

export const status = (root: HTMLElement): string => root.querySelector('[role=status]')?.textContent ?? '';
export const alert = (root: HTMLElement): HTMLElement | null => root.querySelector('dialog [role=alert]');
