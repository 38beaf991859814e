import { type Html, html, type Piece } from './html.ts';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Piece;
  /** Figures stand right; everything else left. */
  readonly figure?: true;
}

/** A table with a heading over each column; null leaves a column out. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly (Column<Row> | null)[]): Html {
  const shown = columns.filter((column) => column !== null);
  const kind = (column: Column<Row>): string => (column.figure === true ? 'n' : '');
  return html`<table class="named"><thead><tr>${shown.map((column) => html`<th scope="col" class="${kind(column)}">${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${shown.map((column) => html`<td class="${kind(column)}">${column.cell(row)}</td>`)}</tr>
`,
  )}</tbody></table>`;
}
