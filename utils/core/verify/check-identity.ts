import { FILES } from '../export/names.ts';
import { utf8 } from '../log/bytes.ts';
import type { Problem } from '../result.ts';
import { readAllowedSigners } from '../sign/allowed-signers.ts';
import { fingerprint, keyNumber } from '../sign/keys.ts';
import { checkSsh } from '../sign/sshsig.ts';
import { NAMESPACES } from '../sign/types.ts';
import { ifSupported, NO_ED25519 } from './signatures.ts';
import type { BundleView, VerdictLine, VerifyPorts } from './types.ts';
import { bad, badBecause, good, incomplete } from './verdict.ts';
import { readText } from './whole-file.ts';

/** Who signed the list of files. */
export type BundleSigner =
  | { readonly ok: true; readonly number: string; readonly fingerprint: string; readonly listed: boolean }
  | { readonly ok: false; readonly line: VerdictLine };

const refusal = (code: string, problem: Problem): BundleSigner => ({
  ok: false,
  line: problem.code === NO_ED25519 ? { ...incomplete('identity.unchecked'), problem } : badBecause(code, problem),
});

/** Checks the signature of the tag manifest, and that the bundle's own list of keys names the key. */
export async function checkSigner(view: BundleView, { sha256, signatures }: VerifyPorts): Promise<BundleSigner> {
  const signature = await readText(view, FILES.signature);
  if (signature === null) return { ok: false, line: bad('identity.unsigned') };
  const signed = await readText(view, FILES.tagManifest);
  if (signed === null) return { ok: false, line: bad('identity.nothing-signed') };
  if (!signature.ok) return refusal('identity.signature', signature.problem);
  if (!signed.ok) return refusal('identity.signature', signed.problem);
  const message = utf8(signed.value);
  const checked = await ifSupported(() => checkSsh(signature.value, NAMESPACES.bundle, message, signatures));
  if (!checked.ok) return refusal('identity.signature', checked.problem);
  const number = await keyNumber(checked.value.publicKey, sha256);
  const list = await readText(view, FILES.allowedSigners);
  const signers = list?.ok === true ? readAllowedSigners(list.value) : list;
  if (signers !== null && !signers.ok) return refusal('identity.signers', signers.problem);
  const same = (key: Uint8Array): boolean => key.every((byte, index) => checked.value.publicKey[index] === byte);
  const listed = (signers?.value ?? []).some(
    ({ publicKey, namespaces }) => same(publicKey) && (namespaces === null || namespaces.includes(NAMESPACES.bundle)),
  );
  return { ok: true, number, fingerprint: await fingerprint(checked.value.publicKey, sha256), listed };
}

/**
 * @param known key numbers that the person has from elsewhere, without those that turned out to be a witness's.
 */
export function identityLine(signer: BundleSigner, known: readonly string[]): VerdictLine {
  if (!signer.ok) return signer.line;
  const { number, listed } = signer;
  const notes = [{ code: 'identity.fingerprint', values: { fingerprint: signer.fingerprint } }];
  if (!listed) return bad('identity.unlisted', { number }, notes);
  if (known.includes(number)) return good('identity.matches', { number }, notes);
  return known.length > 0
    ? bad('identity.other', { number, typed: known[0] ?? '' }, notes)
    : incomplete('identity.unknown', { number }, notes);
}
