import { type Html, html } from './html.ts';

const LEFT = 36;
const TOP = 10;
const WIDTH = 668;
const HEIGHT = 120;
const BOTTOM = 20;
/** More labels than this would run into each other. */
const MOST_LABELS = 13;

export interface Bar {
  readonly label: string;
  /** Null: nothing is known, and no bar is drawn. */
  readonly value: number | null;
  /** Drawn dark and hatched: told apart without colour. */
  readonly marked?: boolean;
}

export interface BarChart {
  readonly title: string;
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** A level to compare with, in the unit of the bars. */
  readonly level?: number;
}

/** Upright bars on one axis that begins at 0. */
export function barChart({ title, caption, bars, level }: BarChart): Html {
  const most = niceMost(Math.max(1, level ?? 0, ...bars.map(({ value }) => value ?? 0)));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const bar = Math.min(22, Math.max(1.2, step * 0.72));
  const yOf = (value: number): number => round(TOP + HEIGHT * (1 - value / most));
  const every = Math.ceil(bars.length / MOST_LABELS);
  return html`<figure class="keep">
<svg viewBox="0 0 ${WIDTH} ${TOP + HEIGHT + BOTTOM}" role="img" aria-label="${title}">
${[0, 0.5, 1].map((share) => {
  const y = yOf(most * share);
  return html`<line class="line" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/><text class="tick end" x="${LEFT - 6}" y="${y + 4}">${most * share}</text>`;
})}
${bars.map(({ label, value, marked = false }, index) => {
  const x = LEFT + index * step;
  const tick =
    index % every === 0
      ? html`<text class="tick middle" x="${round(x + step / 2)}" y="${TOP + HEIGHT + 15}">${label}</text>`
      : null;
  if (value === null) return tick;
  const y = yOf(value);
  const left = round(x + (step - bar) / 2);
  const box = html`<rect class="${marked ? 'bar marked' : 'bar'}" x="${left}" y="${y}" width="${round(bar)}" height="${round(TOP + HEIGHT - y)}"/>`;
  return html`${box}${tick}`;
})}
${level === undefined ? null : html`<line class="level" x1="${LEFT}" x2="${WIDTH}" y1="${yOf(level)}" y2="${yOf(level)}"/>`}
</svg>
<figcaption>${caption}</figcaption>
</figure>`;
}

/** The next even number of a kind that people count by. */
function niceMost(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const nice = [1, 1.2, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power).find((step) => step >= value) ?? value;
  return Math.max(nice, 2);
}

const round = (value: number): number => Math.round(value * 100) / 100;
