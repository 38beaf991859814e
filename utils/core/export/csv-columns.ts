/** What a column of `data/log.csv` holds: name, Table Schema type, meaning. Texts of the file are never translated. */
export type CsvColumn = readonly [name: string, type: 'integer' | 'datetime' | 'string' | 'boolean', meaning: string];

/** In the order of the file; a test compares them with its header. */
export const CSV_COLUMN_FACTS: readonly CsvColumn[] = [
  ['seq', 'integer', 'Number of the line in the log, from 1. Of a withheld line only this is told.'],
  ['time', 'datetime', "When the line was written, by the device's clock, with its offset from UTC."],
  ['zone', 'string', 'IANA time zone of the device at that time.'],
  ['kind', 'string', 'Kind of the line: contact, start, hours, note, collapse and others; withheld, unreadable.'],
  ['app', 'string', 'Work app that the contact came through; site-… for a site that the person added.'],
  ['origin', 'string', 'Origin of the page as the browser attested it.'],
  ['route', 'string', 'How the contact was seen.'],
  ['certainty', 'string', 'observed, inferred (a counter rose) or reported (typed in by the person).'],
  ['treatment', 'string', 'What was done: hold (kept back), flag (shown silently with a mark) or show.'],
  ['shown_before_answer', 'boolean', 'The page had shown the notification before it got an answer.'],
  ['employment', 'string', 'Which employment’s hours were asked.'],
  ['verdict', 'string', 'off (after hours), on-call or working.'],
  ['reason', 'string', 'Why it was so.'],
  ['layer', 'string', 'Which layer of rules decided: contract, exception, policy or law.'],
  ['rule', 'string', 'Which rule, and after an @ the day from which it holds or on which it applies.'],
  ['until', 'datetime', 'When that verdict was to end.'],
  ['note', 'string', 'What a note says.'],
  ['ref', 'integer', 'The line that the note speaks of.'],
  ['count', 'integer', 'Number of further contacts in a burst that came faster than single lines are written.'],
  ['from', 'datetime', 'When that burst began.'],
  ['alias', 'string', 'A sign for the sender that means something in this log only. From the private line.'],
  ['sender', 'string', "The sender's name as the app displayed it. From the private line."],
  ['title', 'string', 'Title as the page gave it. From the private line.'],
  ['text', 'string', 'Text as the page gave it. From the private line.'],
  ['cut', 'boolean', 'Something was longer than its cap and was cut.'],
  [
    'withheld',
    'boolean',
    'The line or its private line is not in this bundle. Whatever stands under alias, sender, title and text then cannot be checked.',
  ],
];
