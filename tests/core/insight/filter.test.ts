import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFiltering, type LogFilter, matching, NO_FILTER } from '../../../utils/core/insight/filter.ts';
import { fold, wordsIn, wordsOf } from '../../../utils/core/insight/fold.ts';
import { cellFilter, heatLevel, heatMap } from '../../../utils/core/insight/heat.ts';
import { LogIndex } from '../../../utils/core/insight/log-index.ts';
import { entryOf, indexOf } from './sample.ts';

const names = (id: string): string => ({ alpha: 'Álpha Chat', beta: 'Beta' })[id] ?? id;
const found = (index: LogIndex, part: Partial<LogFilter>, bits: Uint8Array | null = null): number[] => [
  ...matching(index, { ...NO_FILTER, ...part }, names, bits),
];

// 2026-11-22 was a Sunday.
const LOG = indexOf(
  ['2026-11-20T22:10:00.000-05:00', { act: 'hold', sure: 'observed', org: 'https://chat.example' }, { sender: 'Ana' }],
  ['2026-11-22T21:30:00.000-05:00', { act: 'flag', sure: 'inferred', svc: 'beta' }, { alias: 'contact-1', title: 'x' }],
  ['2026-11-22T22:00:00.000-05:00', { k: 'gap', what: 'not-running', svc: undefined }],
  ['2026-11-23T09:00:00.000-05:00', { act: 'show', why: { kind: 'on-call' } }],
  ['2026-11-23T10:00:00.000-05:00', { k: 'collapse', n: 7, why: undefined }],
  ['2026-11-23T10:05:00.000-05:00', { k: 'note', what: 'self-test', svc: undefined }],
  ['2026-11-23T10:06:00.000-05:00', { k: 'hologram', svc: undefined }],
  [
    '2026-11-24T10:06:00.000-05:00',
    { svc: 'manual-call', cap: 'manual', sure: 'reported', when: '2026-11-22T21:05:00.000-05:00' },
    { sender: 'Jorge' },
  ],
);

describe('a filter', () => {
  it.each<[string, Partial<LogFilter>, number[]]>([
    ['nothing', {}, [8, 7, 6, 5, 4, 3, 2, 1]],
    ['an app', { app: 'beta' }, [2]],
    ['an app that is nowhere', { app: 'gamma' }, []],
    ['contacts, bursts among them', { kind: 'contact' }, [8, 5, 4, 2, 1]],
    ['when was watched', { kind: 'coverage' }, [3]],
    ['notes', { kind: 'note' }, [6]],
    ['what a later version wrote', { kind: 'other' }, [7]],
    ['a treatment', { treatment: 'flag' }, [2]],
    ['a certainty', { certainty: 'reported' }, [8]],
    ['contacts after hours: not on call, no gap', { afterHours: true }, [8, 5, 2, 1]],
    ['days, both included', { from: '2026-11-22', to: '2026-11-22' }, [8, 3, 2]],
    ['Sundays', { weekdays: 0b1000000 }, [8, 3, 2]],
    ['an hour, half-open', { fromMinute: 21 * 60, untilMinute: 22 * 60 }, [8, 2]],
    ['a sender by name', { sender: 'Ana' }, [1]],
    ['a sender by alias', { sender: 'contact-1' }, [2]],
    ['several at once', { weekdays: 0b1000000, kind: 'contact', certainty: 'inferred' }, [2]],
    ['what an app is called, without its accent', { search: 'alpha CHAT' }, [5, 4, 1]],
    ['an address', { search: 'chat.example' }, [1]],
    ['each word, wherever', { search: 'ana chat' }, [1]],
    ['a word that is nowhere', { search: 'ana nowhere' }, []],
  ])('by %s', (_, part, seqs) => {
    expect(found(LOG, part)).toEqual(seqs);
  });

  it('adds what was found in the words beside the log', () => {
    const bits = new Uint8Array(9);
    bits[2] = wordsIn('Quarterly Report', wordsOf('beta report'));
    expect(found(LOG, { search: 'beta report' })).toEqual([]);
    expect(found(LOG, { search: 'beta report' }, bits)).toEqual([2]);
  });

  it('knows whether it limits anything', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, weekdays: 1 })).toBe(true);
  });

  it('lets through the same in whatever order the entries were added, and none that was not', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), fc.boolean(), (days, backwards) => {
        const entries = days.map((at, place) => entryOf(place + 1, at.toISOString()));
        const index = new LogIndex();
        for (const entry of backwards ? entries.toReversed() : entries) index.add(entry.seq, entry);
        // Another way to the same question: the text of each line.
        const sundays = entries.filter(({ time }) => new Date(time.slice(0, 10)).getUTCDay() === 0);
        expect(found(index, { weekdays: 0b1000000 })).toEqual(sundays.map(({ seq }) => seq).toReversed());
        const half = new LogIndex();
        for (const entry of entries.slice(Math.floor(entries.length / 2))) half.add(entry.seq, entry);
        expect(found(half, {})).toHaveLength(entries.length - Math.floor(entries.length / 2));
      }),
    );
  });

  it('keeps what cannot be read in sight', () => {
    const index = new LogIndex();
    index.add(1, null);
    expect(found(index, {})).toEqual([1]);
    expect(found(index, { kind: 'contact' })).toEqual([]);
  });
});

describe('folding', () => {
  it.each([
    ['São Tomé', 'sao tome'],
    ['ÑANDÚ', 'nandu'],
    ['ﬁle', 'file'],
    ['Ångström', 'angstrom'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('finds every part of a text in it, whatever the case', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, from, length) => {
        const words = wordsOf(text.slice(from, from + length).toUpperCase());
        expect(wordsIn(text.toUpperCase(), words)).toBe((1 << words.length) - 1);
      }),
    );
  });
});

describe('the picture by weekday and hour', () => {
  it('counts contacts after hours on the clock that each names, bursts in full', () => {
    const { counts, total, most } = heatMap(LOG);
    expect(counts[6]?.[21]).toBe(2);
    expect(counts[4]?.[22]).toBe(1);
    expect(counts[0]?.[10]).toBe(7);
    expect(counts[0]?.[9]).toBe(0);
    expect([total, most]).toEqual([10, 7]);
  });

  it('shows for each cell just the entries that were counted in it', () => {
    const { counts } = heatMap(LOG);
    const contacts = (seqs: Uint32Array): number => seqs.reduce((sum, seq) => sum + (LOG.count[seq] ?? 0), 0);
    for (let weekday = 0; weekday < 7; weekday += 1)
      for (let hour = 0; hour < 24; hour += 1)
        expect(contacts(matching(LOG, cellFilter(weekday, hour), names))).toBe(counts[weekday]?.[hour]);
  });

  it('fills only what is not empty, the fullest most', () => {
    expect([0, 1, 25, 100].map((count) => heatLevel(count, 100))).toEqual([0, 1, 2, 4]);
  });
});
