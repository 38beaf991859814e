/** One line of the budget table (docs/bench.md). Everything is a ratio to a reference of the same run, or an exact size. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  /** What is compared with the budget: a ratio, or the measured value itself where the budget is absolute. */
  readonly value: number;
  readonly budget: number;
  readonly unit: 'ratio' | 'kB' | 'ms' | 'count' | '%' | 'MB';
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** A row whose budget limits the ratio of two durations. */
export const ratioRow = (what: string, ours: number, reference: number, budget: number, format = ms): Row => ({
  what,
  ours: format(ours),
  reference: format(reference),
  value: ours / reference,
  budget,
  unit: 'ratio',
});

export function printRows(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.reference,
    `${row.value.toFixed(row.unit === 'count' ? 0 : 2)}${row.unit === 'ratio' ? ' ×' : ` ${row.unit}`}`,
    `≤ ${row.budget}`,
    row.value <= row.budget ? 'within' : 'OVER',
  ]);
  const all = [['what', 'ours', 'reference', 'result', 'budget', ''], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of all) console.info(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
