// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { kindWords } from '../../components/log/kind-words.ts';
import { LogRows } from '../../components/log/log-rows.tsx';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { type EntryView, readEntry } from '../../utils/core/log/read.ts';
import { show, t } from './screen.tsx';

function entry(fields: object): EntryView {
  const line = { v: 1, seq: 7, t: '2026-11-25T08:02:13.000-05:00', tz: 'America/Bogota', ...fields };
  const view = readEntry(utf8(JSON.stringify(line)), null);
  if (view === null) throw new Error('unreadable');
  return view;
}

describe('the words for an entry', () => {
  it.each([
    [
      { k: 'gap', what: 'not-running', from: '2026-11-25T01:15:00.000-05:00', until: '2026-11-25T08:02:13.000-05:00' },
      'Nothing was watched from 01:15 to 08:02: the browser was closed, the device slept, or the extension was off',
    ],
    [
      { k: 'gap', what: 'not-running', from: '2026-11-20T18:04:00.000-05:00', until: '2026-11-25T08:02:13.000-05:00' },
      'Nothing was watched from Nov 20, 2026 18:04 to 08:02: the browser was closed, the device slept, or the extension was off',
    ],
    [
      { k: 'clock', what: 'jump-or-sleep', from: '2026-11-25T08:02:09.000-05:00' },
      'The clock of this device went from 08:02:09 to 08:02:13: it was set forward, or the device slept',
    ],
    [
      { k: 'clock', what: 'back', from: '2027-11-25T08:02:09.000-05:00' },
      'The clock of this device was set back from Nov 25, 2027 08:02:09 to 08:02:13',
    ],
    [
      { k: 'anchor', what: 'rfc3161', last: 1200, when: '2026-11-25T08:02:11.000-05:00' },
      'A service stamped lines 1 to 1200, at 08:02:11 by its clock',
    ],
    [{ k: 'erase', what: 'private', n: 1, lines: [[2, 2]] }, 'You erased the private part of 1 entry'],
    [{ k: 'erase', what: 'private', n: 12, lines: [[2, 90]] }, 'You erased the private parts of 12 entries'],
    [{ k: 'export', first: 7, last: 1204, stubs: 0 }, 'A bundle of lines 7 to 1204 was made'],
    [{ k: 'watch', svc: 'slack', what: 'watched' }, 'Watched while a tab of it is open'],
    [{ k: 'watch', svc: 'slack', what: 'no-permission' }, 'Not watched: the browser has not given permission'],
    [{ k: 'watch', svc: 'slack', what: 'not-chosen' }, 'No longer one of your work apps, so not watched any more'],
  ])('%j', (fields, words) => {
    expect(kindWords(t, entry(fields))).toBe(words);
  });

  it.each([
    [{ k: 'gap', what: 'lost-in-space' }, 'Not watching for a while'],
    [{ k: 'clock' }, 'The clock of this device was changed'],
    [{ k: 'anchor', what: 'ots', last: 'all' }, 'A service stamped lines 1 to –, at – by its clock'],
    [{ k: 'watch', what: 'paused' }, 'Whether an app is watched'],
    [{ k: 'gap', what: 'not-running', from: '<b>', until: 5 }, 'from – to –'],
    [{ k: 'note', what: 'self-test' }, 'You sent a test message'],
    [{ k: 'collapse', n: 3 }, '3 further contacts in a burst'],
    [{ k: 'hologram' }, 'Entry of the kind “hologram”'],
  ])('of a later version or a strange hand: %j', (fields, words) => {
    expect(kindWords(t, entry(fields))).toContain(words);
  });

  it('name the app that they are about', () => {
    const view = entry({ k: 'watch', svc: 'slack', what: 'no-permission' });
    const root = show(<LogRows rows={[{ seq: 7, entry: view, line: '{}' }]} appName={() => 'Slack'} />);
    expect(root.querySelector('li')?.textContent).toContain(`${t('log.watch.no-permission')} · Slack`);
  });
});
