import { type DerValue, readDer, sameBytes, TAG, within } from './der.ts';

/** Of a distinguished name (X.520): `commonName`, else `organizationName`. */
const NAMES = [Uint8Array.of(0x55, 0x04, 0x03), Uint8Array.of(0x55, 0x04, 0x0a)];
const MOST_CHARACTERS = 200;

const ENCODINGS: Readonly<Record<number, string>> = {
  [TAG.utf8]: 'utf-8',
  [TAG.printable]: 'utf-8',
  [TAG.ia5]: 'utf-8',
  [TAG.teletex]: 'latin1',
  [TAG.bmp]: 'utf-16be',
};

/**
 * How the certificate that a SignerInfo points at calls itself. Says nothing about whether it signed. Null where the
 * certificate is not there or bears no name.
 */
export function signerName(signer: DerValue, certificates: readonly Uint8Array[]): string | null {
  const [, sid] = within(signer, TAG.sequence) ?? [];
  const [issuer, serial] = within(sid, TAG.sequence) ?? [];
  if (issuer === undefined || serial === undefined) return null;
  for (const certificate of certificates) {
    const fields = fieldsOf(certificate);
    const [ownSerial, , ownIssuer, , subject] = fields;
    if (sameBytes(ownSerial?.whole, serial.whole) && sameBytes(ownIssuer?.whole, issuer.whole)) return nameIn(subject);
  }
  return null;
}

/** Serial number, algorithm, issuer, validity, subject and so on. The version in front may be missing. */
function fieldsOf(certificate: Uint8Array): readonly DerValue[] {
  const [whole] = readDer(certificate) ?? [];
  const [signed] = within(whole, TAG.sequence) ?? [];
  const fields = within(signed, TAG.sequence) ?? [];
  return fields[0]?.tag === TAG.first ? fields.slice(1) : fields;
}

function nameIn(subject: DerValue | undefined): string | null {
  const parts = (within(subject, TAG.sequence) ?? [])
    .flatMap((set) => within(set, TAG.set) ?? [])
    .map((part) => within(part, TAG.sequence) ?? []);
  for (const name of NAMES) {
    const value = parts.find(([type]) => sameBytes(type?.content, name))?.[1];
    const encoding = value === undefined ? undefined : ENCODINGS[value.tag];
    if (value !== undefined && encoding !== undefined)
      return new TextDecoder(encoding).decode(value.content).slice(0, MOST_CHARACTERS);
  }
  return null;
}
