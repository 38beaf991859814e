import type { EntryView } from '../../utils/core/log/read.ts';
import type { Text } from '../../utils/core/text/text.ts';

/** One sentence for an entry that is no contact. What a later version wrote gets a plainer one. */
export function kindWords(t: Text, entry: EntryView): string {
  const { kind, what, count, from, until, time, first, last, when } = entry;
  const minute = (stamp: string | null): string => momentOf(t, stamp, time, 'HH:MM');
  const second = (stamp: string | null): string => momentOf(t, stamp, time, 'HH:MM:SS');
  switch (kind) {
    case 'note':
      return t.lookUp(`log.note.${what}`) ?? t('log.kind.note');
    case 'gap':
      return t.lookUp(`log.gap.${what}`, { from: minute(from), until: minute(until) }) ?? t('log.kind.gap');
    case 'clock':
      return t.lookUp(`log.clock.${what}`, { from: second(from), to: second(time) }) ?? t('log.kind.clock');
    case 'watch':
      return t.lookUp(`log.watch.${what}`) ?? t('log.kind.watch');
    case 'anchor':
      return t('log.kind.anchor', { last: `${last ?? '–'}`, when: second(when) });
    case 'export':
      return t('log.kind.export', { first: `${first ?? '–'}`, last: `${last ?? '–'}` });
    default:
      return t.lookUp(`log.kind.${kind}`, count === null ? {} : { count }) ?? t('log.kind.other', { kind });
  }
}

/** The wall time of an ISO stamp, with its date where that is not the day of the entry. */
export function momentOf(t: Text, stamp: string | null, time: string, form: 'HH:MM' | 'HH:MM:SS'): string {
  const [, date = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(stamp ?? '') ?? [];
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return '–';
  const short = clock.slice(0, form.length);
  if (time.startsWith(date)) return short;
  const format = new Intl.DateTimeFormat(t.language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${format.format(day)} ${short}`;
}
