const POLYNOMIAL = 0xedb88320;

/** Four tables: four bytes in one step. Table 0 is the usual one. */
const TABLES = makeTables();

function makeTables(): readonly Uint32Array[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    first[byte] = value;
  }
  const tables = [first];
  for (let index = 1; index < 4; index += 1) {
    const before = tables[index - 1] ?? first;
    tables.push(before.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  }
  return tables;
}

/** CRC-32 (ISO-HDLC, as ZIP wants it) of bytes that follow those whose CRC is `crc`; 0 before the first. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let value = ~crc;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    const four =
      value ^
      ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    value =
      (t3[four & 0xff] ?? 0) ^
      (t2[(four >>> 8) & 0xff] ?? 0) ^
      (t1[(four >>> 16) & 0xff] ?? 0) ^
      (t0[four >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) value = (value >>> 8) ^ (t0[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}
