import { LogIndex } from '../../../utils/core/insight/log-index.ts';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { type EntryView, readEntry } from '../../../utils/core/log/read.ts';

/** An entry as it is read back from stored bytes. */
export function entryOf(seq: number, time: string, fields: object = {}, content?: object): EntryView {
  const line = {
    v: 1,
    seq,
    k: 'contact',
    t: time,
    tz: 'UTC',
    svc: 'alpha',
    why: { emp: 'job', kind: 'off' },
    ...fields,
  };
  const entry = readEntry(utf8(JSON.stringify(line)), content === undefined ? null : utf8(JSON.stringify(content)));
  if (entry === null) throw new Error('unreadable');
  return entry;
}

export type Sample = readonly [time: string, fields?: object, content?: object | undefined];

/** The samples in their order, from `seq` 1 on. */
export function indexOf(...samples: readonly Sample[]): LogIndex {
  const index = new LogIndex();
  for (const [place, [time, fields, content]] of samples.entries())
    index.add(place + 1, entryOf(place + 1, time, fields, content));
  return index;
}
