import { encode } from 'uqr';

/** White modules around a code; with less, phones may not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Modules along one side, with the quiet zone. */
  readonly size: number;
  /** SVG path data of the dark modules, one unit each. */
  readonly path: string;
}

/** Error correction M, so that a fold or a smear on paper does no harm: 49 × 49 modules for five lines, 53 for long logs. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { size, path: data.map(rowPath).join('') };
}

/** Neighbours in a row are one rectangle, so that no hairline shows between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x += 1;
    const width = x + 1 - from;
    path += `M${from} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
