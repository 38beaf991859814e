import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { BundleInput } from '../../../utils/core/export/bundle-input.ts';
import { html, styleSheet } from '../../../utils/core/export/report/html.ts';
import { NOTHING_DISCLOSED } from '../../../utils/core/export/selection.ts';
import type { Employment } from '../../../utils/core/hours/types.ts';
import { type BuiltEntry, buildEntries } from '../../../utils/core/log/line.ts';
import type { ContactDraft, EntryDraft } from '../../../utils/core/log/types.ts';
import { LANGUAGES } from '../../../utils/core/settings/types.ts';
import { contact, EMPTY, fresh, sha256, stampAt } from '../log/sample.ts';
import { ALL, FACTS, JOB, linesOf, STAMP, stampBytes, written } from './sample.ts';
import { PATIENCE_MS, removeFolders, run, unpacked } from './unpacked.ts';

afterAll(removeFolders);

const reportOf = async (
  over: Partial<BundleInput> = {},
  language: (typeof LANGUAGES)[number] = 'en',
): Promise<string> => unpacked((await written(over, language)).zip).read('REPORT.html');

/** Entries at the given times, in Bogotá. */
async function logOf(drafts: readonly (readonly [time: string, draft: EntryDraft])[]): Promise<readonly BuiltEntry[]> {
  const entries = drafts.map(([time, draft], index) => ({
    ...fresh(draft, index),
    stamp: stampAt(Date.parse(`${time}-05:00`), index),
  }));
  return (await buildEntries(EMPTY, entries, sha256)).entries;
}

const at = (times: readonly string[], over: Partial<ContactDraft> = {}) =>
  times.map((time, index) => [time, contact({ id: `${time}${index}`, ...over })] as const);

/** Text of the page, its tags, and what would be wrong with it, as Python's parser sees them. */
const PARSE = `
import html.parser, json, sys
VOID = {"meta", "br", "rect", "line", "col"}
class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.text, self.captured, self.faults = [], set(), set(), "", [], []
    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        if tag == "bdi": self.captured.append("")
        if tag not in VOID: self.open.append(tag)
    def handle_endtag(self, tag):
        if tag in VOID: return
        if not self.open or self.open.pop() != tag: self.faults.append("end of " + tag)
    def handle_data(self, data):
        if self.open and self.open[-1] == "style": return
        self.text += data
        if self.open and self.open[-1] == "bdi": self.captured[-1] += data
page = Page()
page.feed(sys.stdin.buffer.read().decode("utf-8"))
page.close()
print(json.dumps({"tags": sorted(page.tags), "attributes": sorted(page.attributes), "text": page.text, "captured": page.captured, "faults": page.faults + page.open}))
`;

interface Page {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly text: string;
  readonly captured: readonly string[];
  readonly faults: readonly string[];
}

function parsed(report: string): Page {
  const { ok, told } = run(['python3', '-c', PARSE], '/', report);
  if (!ok) throw new Error(told);
  return JSON.parse(told);
}

const TAGS =
  'bdi b body br code col colgroup dd div dl dt figcaption figure h1 h2 h3 head html li line meta ol p pre rect section span style svg table tbody td text th thead title tr ul';
const ATTRIBUTES =
  'aria-hidden aria-label charset class content height http-equiv lang name role rx scope viewbox width x x1 x2 y y1 y2';

describe('the report', { timeout: PATIENCE_MS }, () => {
  const nasty = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</bdi></td></style><style>@import url(//x)',
    '&lt;b&gt; &amp;',
    'ab\u202ecd\u2066ef\u0000',
    '\ud800 lone',
    'अनीता สมชาย محمد 王小明 👩‍👩‍👧',
  ];

  it('shows hostile text as text, isolated, its controls visible, and has nothing that runs or loads', async () => {
    const entries = await logOf(
      nasty.map((text, index) => [
        `2026-03-02T2${index % 4}:00`,
        contact({ id: `${index}`, app: text, origin: text, content: { alias: text, sender: text, title: text, text } }),
      ]),
    );
    const employments = [{ ...JOB, label: nasty[0] ?? '' }];
    const custody = [{ at: 0, zone: 'UTC', who: nasty[1] ?? '', what: nasty[2] ?? '' }];
    const facts = { ...FACTS, whose: nasty[2] ?? '', employments, custody };
    const report = await reportOf({ lines: linesOf(entries), facts });
    const page = parsed(report);
    expect(page.faults).toEqual([]);
    expect(page.tags.filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([]);
    expect(page.attributes.filter((name) => !ATTRIBUTES.split(' ').includes(name))).toEqual([]);
    expect(report).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;">`,
    );
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/u);
    for (const shown of [
      ...nasty.slice(0, 4),
      'ab⟦U+202E⟧cd⟦U+2066⟧ef⟦U+0000⟧',
      '⟦U+D800⟧ lone',
      'अनीता สมชาย محمد 王小明 👩⟦U+200D⟧👩⟦U+200D⟧👧',
    ]) {
      expect(page.captured.filter((text) => text === shown).length).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(LANGUAGES)('speaks %s throughout', async (language) => {
    const entries = await logOf([
      ['2026-03-02T20:00', { kind: 'start', writer: '0.1.0 firefox' }],
      ['2026-03-02T20:01', { kind: 'hours', digest: 'a'.repeat(64) }],
      ...at(['2026-03-02T22:00'], { failedOpen: true, treatment: 'show', content: { alias: 'a' } }),
      ...at(['2026-03-03T22:00'], { certainty: 'inferred', route: 'title', treatment: 'flag' }),
      ...(['shown-by-timeout', 'self-test', 'working-now', 'off-now', 'override-ended'] as const).map(
        (what) => ['2026-03-03T22:01', { kind: 'note', what, ref: 3 }] as const,
      ),
      ['2026-03-04T20:01', { kind: 'collapse', app: 'slack', origin: 'https://x', count: 3, from: 0 }],
      ...(['watched', 'no-permission', 'not-chosen'] as const).map(
        (what) => ['2026-03-04T20:02', { kind: 'watch', app: 'slack', what }] as const,
      ),
      ...(['back', 'jump-or-sleep'] as const).map(
        (what) => ['2026-03-04T20:02', { kind: 'clock', what, from: 0 }] as const,
      ),
      ['2026-03-04T20:03', { kind: 'gap', what: 'not-running', from: 0, until: 1 }],
    ]);
    const rests = [
      { daily: { hours: 11, withinHours: 24 }, weekly: { kind: 'hours', hours: 35 } },
      { daily: { hours: 12 }, weekly: { kind: 'window', startMinute: 7_980, endMinute: 10_080 }, weeklyCap: 40 },
    ] as const;
    for (const rest of rests) {
      const report = await reportOf(
        {
          lines: linesOf(entries),
          facts: { ...FACTS, employments: [{ ...VARIED, rests: [{ validFrom: '2026-01-01', ...rest }] }] },
        },
        language,
      );
      const { text } = parsed(report);
      expect(text).not.toMatch(/\b(?:report|error)\.[a-z]/u);
      expect(text.replace(/n, prev, heads = .*/u, '').replace(/\{"withheld"\}|f".*?"|x = \{\}/gu, '')).not.toMatch(
        /\{\w+\}/u,
      );
      expect(report).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/\b(?:undefined|NaN|null)\b/u);
    }
  });

  it('counts each contact once, by the verdict that the log has', async () => {
    const entries = await logOf([
      ...at(['2026-03-02T22:10', '2026-03-02T22:50', '2026-03-04T05:30', '2026-03-08T12:00']),
      ...at(['2026-03-05T23:00', '2026-03-05T23:01'], {
        verdict: { kind: 'on-call', reason: 'on-call', layer: 'contract', rule: 'on-call@2026-01-01', until: null },
      }),
      ['2026-03-06T22:00', { kind: 'collapse', app: 'slack', origin: 'https://x', count: 30, from: 0 }],
    ]);
    const report = await reportOf({ lines: linesOf(entries) });
    const numbers = [...report.matchAll(/<b>(\d+)<\/b><span>([^<]+)/gu)].map((match) => `${match[1]} ${match[2]}`);
    expect(numbers).toEqual([
      '4 Contacts outside working hours',
      '3 Days with such contacts',
      // Monday's: 10:10 h are left after 22:50. Tuesday's keeps 12:30 h before 05:30.
      '1 Daily rests interrupted (possible breaches)',
      '14 Contacts in working hours',
      '2 Contacts while on call',
      '30 More in bursts, not in the charts',
    ]);
    const grid = /<table class="grid.*?<\/table>/su.exec(report)?.[0] ?? '';
    const sums = [...grid.matchAll(/<td class="sum">(\d+)/gu)].map((match) => Number(match[1]));
    expect(sums).toEqual([2, 0, 1, 0, 0, 0, 1]);
    const monday = /<th scope="row">Mon<\/th>\n(.*?)<td class="sum"/su.exec(grid)?.[1] ?? '';
    expect([...monday.matchAll(/<td[^>]*>([^<]+)/gu)].map((match) => match[1])).toEqual(
      Array.from({ length: 24 }, (_, hour) => (hour === 22 ? '2' : '·')),
    );
  });

  it('lists lines from another time, since the clock was set, and does not count them', async () => {
    const entries = await logOf(at(['2026-03-03T22:00', '2026-03-02T22:00', '2026-03-03T23:00']));
    const facts = { ...FACTS, period: { first: '2026-03-03', last: '2026-03-08' } };
    const report = await reportOf({ lines: linesOf(entries), facts });
    expect(report).toContain('<b>2</b><span>Contacts outside working hours');
    expect(report).toContain('Lines with a time outside the period: 1.');
    expect(report).toContain('Mon 2026-03-02</span>');
  });

  it('says when nothing was watched, which app was, and that the clock was set', async () => {
    const from = Date.parse('2026-03-03T23:45:00-05:00');
    const until = Date.parse('2026-03-04T07:58:30-05:00');
    const entries = await logOf([
      ['2026-03-04T07:58', { kind: 'gap', what: 'not-running', from, until }],
      ['2026-03-04T07:59', { kind: 'clock', what: 'back', from: until }],
      ['2026-03-04T08:00', { kind: 'watch', app: 'mattermost', what: 'no-permission' }],
    ]);
    const { text } = parsed(await reportOf({ lines: linesOf(entries) }));
    for (const sentence of [
      'Nothing was watched from Tue 2026-03-03 23:45:00 −05:00 to Wed 2026-03-04 07:58:30 −05:00: the browser',
      'The clock of the device moved from Wed 2026-03-04 07:58:30 −05:00 to the time of this line',
      `${FACTS.appNames.get('mattermost')}: not watched from here on, since the browser’s permission is missing`,
    ])
      expect(text).toContain(sentence);
  });

  it('neither names nor counts what is withheld, and says how much that is', async () => {
    const report = await reportOf({ selection: { apps: new Set(['slack']), disclose: NOTHING_DISCLOSED } });
    expect(report).toContain('that are not handed over: 4.');
    expect(report).toContain('<b>1</b><span>Contacts outside working hours');
    expect(report).not.toMatch(/mattermost/iu);
    expect(report).not.toContain('7c1e90a4');
    expect(report).toContain('No senders, titles or texts are handed over.');
  });

  it('marks what cannot be checked', async () => {
    const whole = await reportOf();
    expect(whole).toContain('ana');
    expect(whole).not.toContain('†');
    const part = await reportOf({ selection: { apps: null, disclose: { ...ALL, text: false } } });
    expect(part).toContain('<bdi>ana</bdi> †');
    expect(part).toContain('“<bdi>Direct Message</bdi>” †');
    expect(part).not.toContain('factura');
  });

  it('lists 500 contacts at most, and says so', async () => {
    const minute = (index: number) => new Date(Date.UTC(2026, 2, 2, 0, index)).toISOString().slice(0, 16);
    const entries = await logOf(at(Array.from({ length: 503 }, (_, index) => minute(index))));
    const report = await reportOf({ lines: linesOf(entries) });
    expect(report).toContain('Shown are the first 500 of 503.');
    expect(report.match(/held back/gu)).toHaveLength(500);
    expect(report).toContain('<b>503</b>');
  });

  it('speaks of witnesses and stamps only where there are some', async () => {
    const bare = await reportOf({ checkpoints: [] });
    expect(bare).toContain('No checkpoint comes with it');
    const own = await reportOf();
    expect(own).toContain('made by whoever kept the log, not signed');
    expect(own).not.toMatch(/No checkpoint comes with it|countersignature/u);
    const txt = new TextEncoder().encode(STAMP.text);
    const stamped = await reportOf({ checkpoints: [{ files: { txt, tsr: stampBytes() } }] });
    expect(stamped).toContain('A countersignature or a time stamp comes with it.');
    expect(stamped).toContain(`-partial_chain -attime ${Date.parse(STAMP.time) / 1_000}<`);
    expect(stamped).toContain(
      '2026-11-24T15:30:24Z: time stamp, its signature not checked here, by <bdi>Uhr der Prüfung</bdi>',
    );
    const unreadable = await reportOf({ checkpoints: [{ files: { txt, tsr: txt } }] });
    expect(unreadable).not.toMatch(/time stamp comes with it|-attime/u);
  });

  it('leaves a line to write on where nobody is named', async () => {
    expect(await reportOf({ facts: { ...FACTS, whose: ' ' } })).toContain('<dd><span class="blank"></span></dd>');
    expect(await reportOf()).not.toContain('class="blank"');
  });
});

describe('rests in the report', { timeout: PATIENCE_MS }, () => {
  const restsIn = (report: string) => /<section><h2>Rest<.*?<\/section>/su.exec(report)?.[0] ?? '';
  const cells = (section: string) =>
    [...section.matchAll(/<tr>(<td.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]+>/gu, '')),
    );
  const nights = at(['2026-03-02T22:10', '2026-03-02T22:50', '2026-03-04T05:30', '2026-03-08T12:00']);
  const madeAt = Date.parse('2026-03-20T12:00:00-05:00');

  it('stand in a table of weeks under the rules that held, and are possible breaches at most', async () => {
    const rests = [{ ...JOB.rests?.[0], validFrom: '2026-01-01', weeklyCap: 37.5 }];
    const facts = { ...FACTS, madeAt, employments: [{ ...JOB, rests }] };
    const section = restsIn(await reportOf({ lines: linesOf(await logOf(nights)), facts }));
    expect(section).toContain('From Thu 2026-01-01');
    expect(section).toContain(
      '11 hours of rest within 24 hours from the start of the work of each day; 35 hours on end in each week; at most 37.5 hours of work in each week',
    );
    // Friday 17:00 to Sunday noon; Monday's rest from 22:50 to 9:00; 40 hours of work.
    expect(cells(section)).toEqual([['2026-W10 (2026-03-02)', '43:00', '10:10', '1', '0', 'no', '40:00', '2:30']]);
    expect(section).toContain('class="bar marked"');
    const words = section.replace(/<[^>]+>/gu, ' ');
    expect(words.match(/possible breach/gu)?.length).toBeGreaterThanOrEqual(4);
    expect(words.replace(/possible breach/gu, '')).not.toMatch(/breach|violat|illegal/iu);
  });

  it('claim nothing where no rules were set, in one sentence', async () => {
    const { rests: _, ...job } = JOB;
    const none = await reportOf({ lines: linesOf(await logOf(nights)), facts: { ...FACTS, employments: [job] } });
    expect(restsIn(none).replace(/<[^>]+>/gu, ' ')).toMatch(
      /^\s*Rest\s+No rest rules were set for this time: nothing is claimed about rests\.\s*$/u,
    );
    expect(none).not.toContain('breach');
  });

  it('are told of each job by itself, by name', async () => {
    const { rests: _, ...job } = JOB;
    const facts = { ...FACTS, madeAt, employments: [JOB, { ...job, id: 'job-2', label: '<b>Night</b>' }] };
    const section = restsIn(await reportOf({ lines: linesOf(await logOf(nights)), facts }));
    expect([...section.matchAll(/<h3>(.*?)<\/h3>(?=\s*<(ul|p)>)/gu)].map(([, name, next]) => [name, next])).toEqual([
      ['<bdi>Warehouse desk</bdi>', 'ul'],
      ['<bdi>&lt;b&gt;Night&lt;/b&gt;</bdi>', 'p'],
    ]);
  });

  it('draw no measure in the chart where it changed', async () => {
    const changed = [
      { validFrom: '2026-01-01', validUntil: '2026-03-05', daily: { hours: 11 } },
      { validFrom: '2026-03-05', daily: { hours: 12 } },
    ];
    const section = async (rests: typeof changed) =>
      restsIn(await reportOf({ facts: { ...FACTS, employments: [{ ...JOB, rests }] } }));
    expect(await section(changed)).not.toContain('class="level"');
    expect(await section(changed)).toContain('The rules changed in this time.');
    expect(await section(changed.slice(0, 1))).toContain('class="level"');
  });
});

const NIGHT = [{ startMinute: 1_320, endMinute: 1_800 }];
const DAY = [{ startMinute: 480, endMinute: 720 }];

/** An employment with much that is private. */
const VARIED: Employment = {
  ...JOB,
  hours: [
    {
      validFrom: '2025-01-01',
      validUntil: '2026-03-04',
      pattern: { kind: 'rotating', anchor: '2026-01-01', days: [NIGHT, []] },
    },
    { validFrom: '2026-03-04', pattern: { kind: 'block', blockMinutes: 720, usualEndMinute: 1_080, daysOff: [7] } },
  ],
  windows: [
    { kind: 'care', validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [DAY, [], [], [], [], [], []] } },
    { kind: 'break', validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [[], DAY, [], [], [], [], []] } },
    { kind: 'on-call', validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [[], [], NIGHT, [], [], [], []] } },
  ],
  exceptions: [
    { kind: 'leave', from: '2026-03-03', until: '2026-03-05', leave: 'sick' },
    { kind: 'holiday', date: '2026-03-06', name: 'Feast' },
    { kind: 'shift', date: '2026-03-07', mode: 'extra', spans: DAY },
    { kind: 'shift', date: '2026-03-05', mode: 'instead', spans: [] },
    { kind: 'overtime', from: Date.UTC(2026, 2, 3), until: Date.UTC(2026, 2, 3, 2), reason: 'to the lawyer' },
    { kind: 'care', from: Date.UTC(2026, 2, 4), until: Date.UTC(2026, 2, 4, 2) },
    { kind: 'off-now', from: Date.UTC(2026, 2, 5), until: Date.UTC(2026, 2, 5, 2), reason: 'doctor' },
    { kind: 'on-call', from: Date.UTC(2026, 2, 6), until: Date.UTC(2026, 2, 6, 2), pay: 'unpaid' },
    { kind: 'leave', from: '2026-05-03', until: '2026-05-05', leave: 'annual' },
  ],
};

describe('the hours in the report', { timeout: PATIENCE_MS }, () => {
  it('are those of the period, readable, without what is private', async () => {
    const report = await reportOf({ facts: { ...FACTS, employments: [VARIED] } });
    const hours = /<h2>Working hours as entered.*?<\/section>/su.exec(report)?.[0] ?? '';
    const words = hours
      .replace(/<svg.*?<\/svg>/gsu, '')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ');
    for (const shown of [
      'Wed 2025-01-01 to Tue 2026-03-03 A rotation of 2 days; day 1 was Thu 2026-01-01. Day 1 22:00–06:00 Day 2 no hours',
      'From Wed 2026-03-04 No fixed hours: a rest of 12:00 h counts from the end of work. The times are those of the usual end, 18:00.',
      'Monday 06:00–18:00',
      'Sunday no hours',
      'Breaks: Tue 08:00–12:00',
      'On call: Wed 22:00–06:00',
      'Tue 2026-03-03 to Wed 2026-03-04: leave',
      'Fri 2026-03-06: public holiday',
      'Thu 2026-03-05: other hours, no hours',
      'Sat 2026-03-07: extra hours, 08:00–12:00',
      'agreed overtime',
      'Thu 2026-03-05 19:00:00 −05:00 to Thu 2026-03-05 21:00:00 −05:00: on call',
    ])
      expect(words).toContain(shown);
    expect(words).not.toContain('Mon 08:00–12:00');
    expect(report).not.toMatch(/\bcare\b|sick|annual|lawyer|doctor|2026-05-03/iu);
  });
});

const CHARS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

describe('html', { timeout: PATIENCE_MS }, () => {
  it('escapes whatever stands in a gap, and takes only what it made itself for HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = html`<b>${text}</b>`.source.slice('<b>'.length, -'</b>'.length);
        expect(inside).not.toMatch(/[<>"']/u);
        expect(inside.replace(/&(\w+|#39);/gu, (_, name: string) => CHARS[name] ?? '?')).toBe(text.toWellFormed());
      }),
    );
    expect(html`<b>${html`<i>${'&"\''}</i>`}${[1, '<']}${null}</b>`.source).toBe('<b><i>&amp;&quot;&#39;</i>1&lt;</b>');
    const forged = { source: '<script>' };
    expect(() => html`${forged}`).toThrow('not a piece of HTML');
    expect(() => styleSheet('</style>')).toThrow('not a style sheet');
  });
});
