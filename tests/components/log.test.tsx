// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { LogCheck, type LogTask, taskSentence } from '../../components/log/log-check.tsx';
import { LogRows, type LogRowView } from '../../components/log/log-rows.tsx';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import { button, click, show, t } from './screen.tsx';

const row = (seq: number, entry: object, content?: object): LogRowView => {
  const line = JSON.stringify({ v: 1, log: 'a', seq, tz: 'America/Bogota', ...entry });
  const privateLine = content === undefined ? null : utf8(JSON.stringify(content));
  return { seq, entry: readEntry(utf8(line), privateLine), line };
};
const contact = (seq: number, t: string, part: object = {}, content?: object) =>
  row(seq, { k: 'contact', t, svc: 'alpha', act: 'hold', why: { reason: 'outside-hours' }, ...part }, content);
const rows = (...all: LogRowView[]) => show(<LogRows rows={all} appName={(id) => id.toUpperCase()} />);

describe('log rows', () => {
  it('stand under the day and at the wall time that they name themselves', () => {
    const root = rows(
      contact(3, '2026-11-26T00:05:00.000-05:00'),
      contact(2, '2026-11-25T23:55:00.000-05:00'),
      contact(1, '2026-11-25T20:00:00.000-05:00'),
    );
    expect([...root.querySelectorAll('h3')].map((day) => day.textContent)).toEqual([
      'Thursday, November 26',
      'Wednesday, November 25',
    ]);
    expect([...root.querySelectorAll('li')].map((one) => one.textContent?.slice(0, 5))).toEqual([
      '00:05',
      '23:55',
      '20:00',
    ]);
  });

  it('say the app, what was done and why', () => {
    const root = rows(contact(1, '2026-11-25T20:00:00.000-05:00', { act: 'flag' }));
    expect(root.querySelector('li')?.textContent).toContain(
      `ALPHA${t('log.treatment.flag')}${t('log.reason.outside-hours')}`,
    );
  });

  it('show a sender that is also the title once', () => {
    const content = { sender: 'Ana', title: 'Ana', text: 'hello' };
    const root = rows(contact(1, '2026-11-25T20:00:00.000-05:00', {}, content));
    expect([...root.querySelectorAll('bdi')].filter((one) => one.textContent === 'Ana')).toHaveLength(1);
  });

  it('never become markup', () => {
    const content = { title: '<b id="x">\u202Ehi</b>' };
    const root = rows(contact(1, '2026-11-25T20:00:00.000-05:00', { svc: '<i>' }, content));
    expect(root.querySelector('b, i')).toBeNull();
    expect(root.textContent).toContain('<b id="x">⟦U+202E⟧hi</b>');
  });

  it('keep what cannot be read, or is of a later version, in sight', async () => {
    const broken = { seq: 2, entry: null, line: '{oops' };
    const root = rows(broken, row(1, { k: 'hologram', t: '2026-11-25T20:00:00.000-05:00' }));
    expect(root.textContent).toContain(t('log.unreadable'));
    await click(button(root, t('log.details-of', { seq: 2 })));
    expect(root.textContent).toContain('{oops');
    expect(root.textContent).toContain('hologram');
  });
});

describe('the details of a row', () => {
  const one = contact(9, '2026-11-25T20:00:00.000-05:00', { org: 'https://alpha.example', sure: 'observed' });

  it('are drawn when they are asked for, with what else is to be done, and fold again', async () => {
    const opened = vi.fn();
    const details = vi.fn((row: LogRowView) => <p>more on {row.seq}</p>);
    const root = show(<LogRows rows={[one]} appName={String} details={details} onOpen={opened} />);
    expect(details).not.toHaveBeenCalled();
    const more = button(root, t('log.details-of', { seq: 9 }));
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await click(more);
    const part = root.querySelector(`#${more.getAttribute('aria-controls')}`);
    for (const words of ['more on 9', 'https://alpha.example', t('log.certainty.observed'), '"seq":9'])
      expect(part?.textContent).toContain(words);
    await click(more);
    expect(root.textContent).not.toContain('more on 9');
    expect(opened.mock.calls).toEqual([
      [9, true],
      [9, false],
    ]);
  });

  it('of what the person reported: when it happened, by whose word, and nothing that was done', () => {
    const reported = { act: undefined, org: undefined, cap: 'manual', sure: 'reported' };
    const root = rows(
      contact(2, '2026-11-25T20:00:00.000-05:00', { ...reported, when: '2026-11-23T21:30:00.000-05:00' }),
      contact(1, '2026-11-25T19:00:00.000-05:00', { ...reported, when: '2026-11-25T18:40:00.000-05:00' }),
    );
    const [other, same] = [...root.querySelectorAll('li')].map((li) => li.textContent);
    expect(other).toContain(t('log.happened', { when: 'Nov 23, 2026 21:30' }));
    expect(same?.slice(0, 5)).toBe('18:40');
    expect(same).toContain(t('log.sure.reported'));
    expect(root.querySelector('svg')).toBeNull();
  });
});

describe('checking and exporting', () => {
  const head = { log: 'a', size: 3, hash: 'b' };

  it.each<[string, LogTask]>([
    [
      'The chain is whole: 3 lines, each naming the one before it.',
      { state: 'checked', verdict: { ok: true, count: 3, head, withheld: 0, erased: 0 } },
    ],
    [
      'Line 7 does not fit: its number does not follow the one before.',
      { state: 'checked', verdict: { ok: false, at: 7, what: 'seq' } },
    ],
    ['1,000 of 5,000 lines', { state: 'running', done: 1_000, total: 5_000 }],
    [t('log.task-failed'), { state: 'failed' }],
  ])('says “%s”', (sentence, task) => {
    expect(taskSentence(t, task)).toBe(sentence);
  });

  it('says how many private parts are missing', () => {
    const task: LogTask = { state: 'checked', verdict: { ok: true, count: 3, head, withheld: 2, erased: 0 } };
    expect(taskSentence(t, task)).toContain('The private parts of 2 lines are not here.');
    expect(taskSentence(t, task)).not.toContain('erased');
    const erased: LogTask = { state: 'checked', verdict: { ok: true, count: 3, head, withheld: 0, erased: 1 } };
    expect(taskSentence(t, erased)).toContain('You erased the private part of 1 line.');
    expect(taskSentence(t, erased)).not.toContain('not here');
  });

  it('can be cancelled and not begun twice', async () => {
    const props = { onCheck: vi.fn(), onExport: vi.fn(), onCancel: vi.fn() };
    const root = show(<LogCheck {...props} empty={false} task={{ state: 'running', done: 0, total: 9 }} />);
    expect(button(root, t('log.check')).disabled).toBe(true);
    await click(button(root, t('cancel')));
    expect(props.onCancel).toHaveBeenCalledOnce();
  });

  it('offers nothing for an empty log', () => {
    const props = { onCheck: vi.fn(), onExport: vi.fn(), onCancel: vi.fn() };
    const root = show(<LogCheck {...props} empty task={null} />);
    expect(button(root, t('log.export-csv')).disabled).toBe(true);
  });
});
