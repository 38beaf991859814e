// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { noticeText } from '../../components/popup/care-text.ts';
import spanish from '../../public/text/es.json' with { type: 'json' };
import type { Employment, HoursException } from '../../utils/core/hours/types.ts';
import { makeText } from '../../utils/core/text/text.ts';
import { onCallAt, popup, statusOf, wholePopup } from './popup-world.tsx';
import { at, JOB, NOW, ZONE } from './samples.ts';
import { button, click, t } from './screen.tsx';

const DAY = '2026-11-26';
const care = (from: string, until: string): HoursException => ({
  kind: 'care',
  from: at(DAY, from),
  until: at(DAY, until),
});
const jobWith = (...exceptions: readonly HoursException[]): Employment => ({ ...JOB, exceptions });
const at1530 = (...exceptions: readonly HoursException[]) => ({
  status: statusOf([jobWith(...exceptions)], at(DAY, '15:30')),
});

const words = (root: HTMLElement): (string | null)[] => [...root.querySelectorAll('button')].map((b) => b.textContent);
const notice = (root: HTMLElement) => root.querySelector('blockquote')?.textContent;

describe('a pause to care', () => {
  it('is one tap away while working or on call, and not while off', async () => {
    const { root, props } = popup(at1530());
    await click(button(root, t('care.start')));
    expect(props.onCareStart).toHaveBeenCalledOnce();
    expect(words(popup({ status: onCallAt(NOW) }).root)).toContain(t('care.start'));
    expect(words(popup({ status: statusOf([JOB], NOW) }).root)).not.toContain(t('care.start'));
  });

  it('waits while the person has said something else', () => {
    const override = { kind: 'working-now', from: NOW - 1, until: NOW + 60_000, reason: '' } as const;
    const { root } = popup({ status: statusOf([jobWith(override)], NOW, { override }) });
    expect(words(root)).not.toContain(t('care.start'));
  });

  it('that runs says since when and until when, and ends with one tap', async () => {
    const { root, props } = await wholePopup(at1530(care('15:20', '17:00')));
    expect(root.textContent).toContain('On a pause since 15:20');
    expect(root.textContent).toContain('at most until 17:00');
    expect(words(root)).not.toContain(t('care.start'));
    await click(button(root, t('care.end')));
    expect(props.onCareEnd).toHaveBeenCalledOnce();
  });

  it('gives a notice of its beginning to copy, which names neither a reason nor a law', async () => {
    const { root, props } = await wholePopup(at1530(care('15:20', '17:00')));
    const text =
      'I am interrupting my work from Thursday, November 26, 2026, 15:20. I will write again when I am back.';
    expect(notice(root)).toBe(text);
    expect(text).not.toMatch(/care|law|child/iu);
    expect(root.textContent).toContain(t('care.why'));
    await click(button(root, t('care.copy')));
    expect(props.onCopy).toHaveBeenCalledWith(text);
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('care.copied'));
  });

  it('says so where the browser does not copy', async () => {
    const { root } = await wholePopup({ ...at1530(care('15:20', '17:00')), onCopy: vi.fn(async () => false) });
    await click(button(root, t('care.copy')));
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('care.copy-failed'));
  });

  it('that ended gives a notice with both times for an hour, then nothing', async () => {
    const { root } = await wholePopup(at1530(care('14:00', '14:45')));
    expect(notice(root)).toBe('On Thursday, November 26, 2026 I interrupted my work from 14:00 to 14:45.');
    expect(words(root)).not.toContain(t('care.end'));
    expect(words(root)).toContain(t('care.start'));
    expect(notice((await wholePopup(at1530(care('14:00', '14:30')))).root)).toBeUndefined();
    expect(notice((await wholePopup(at1530(care('16:00', '17:00')))).root)).toBeUndefined();
  });

  it('of which several overlap is one, and the one that runs goes before one that ended', async () => {
    const overlapping = await wholePopup(
      at1530(care('15:00', '15:45'), care('14:40', '17:00'), care('13:00', '14:35')),
    );
    expect(notice(overlapping.root)).toContain('2026, 14:40.');
    const two = [jobWith(), { ...jobWith(care('15:10', '17:00')), id: 'two' }];
    const other = await wholePopup({ status: statusOf(two, at(DAY, '15:30')) });
    expect(notice(other.root)).toContain('2026, 15:10.');
  });

  it('is not told of under the word that the person gave since', async () => {
    const override = { kind: 'working-now', from: NOW - 1, until: NOW + 60_000, reason: '' } as const;
    const pause = { kind: 'care', from: NOW - 2, until: NOW + 60_000 } as const;
    const { root } = await wholePopup({ status: statusOf([jobWith(pause, override)], NOW, { override }) });
    expect(notice(root)).toBeUndefined();
  });

  it('names the zone where the device or another job shows another time', async () => {
    const pause = at1530(care('15:20', '17:00'));
    const abroad = await wholePopup({ ...pause, deviceZone: 'Europe/Lisbon' });
    expect(notice(abroad.root)).toContain('(Times in America/Bogota.)');
    expect(notice((await wholePopup({ ...pause, deviceZone: 'America/Lima' })).root)).not.toContain('(');
    const two = [jobWith(care('15:20', '17:00')), { ...JOB, id: 'two', zone: 'America/Sao_Paulo' }];
    const both = await wholePopup({ status: statusOf(two, at(DAY, '15:30')) });
    expect(notice(both.root)).toContain('(Times in America/Bogota.)');
  });

  it('names both days where it went over midnight', () => {
    const pause = { from: at(DAY, '23:30'), until: at('2026-11-27', '00:15'), running: false };
    expect(noticeText(t, pause, { zone: ZONE, others: [ZONE] })).toBe(
      'I interrupted my work from Thursday, November 26, 2026, 23:30 to Friday, November 27, 2026, 00:15.',
    );
  });

  it('speaks the language of the person', () => {
    const pause = { from: at(DAY, '15:20'), until: at(DAY, '16:05'), running: false };
    expect(noticeText(makeText(spanish, 'es'), pause, { zone: ZONE, others: [] })).toBe(
      'El jueves, 26 de noviembre de 2026 interrumpí mi trabajo de 15:20 a 16:05.',
    );
  });
});
