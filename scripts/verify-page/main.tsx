import { sha256 as newSha256 } from '@noble/hashes/sha2.js';
import { render } from 'preact';
import '../../components/tokens.css';
import { VerifyPage } from '../../components/verify/verify-page.tsx';
import { systemClock } from '../../utils/adapters/clock.ts';
import { sha256 } from '../../utils/adapters/crypto.ts';
import { sealCrypto } from '../../utils/adapters/seal-crypto.ts';
import { signatureCrypto } from '../../utils/adapters/signature-crypto.ts';
import type { Language } from '../../utils/core/settings/types.ts';
import { nearestLanguage } from '../../utils/core/text/language.ts';
import { dictionaryOf, type Sheet } from '../../utils/core/text/sheet.ts';
import type { Dictionary } from '../../utils/core/text/text.ts';
import { TEXTS_ID } from '../../utils/core/verify/page.ts';

/** The root of VERIFY.html. Its texts lie in the page itself; nothing is fetched. */
const { keys, sentences }: Sheet = JSON.parse(document.getElementById(TEXTS_ID)?.textContent ?? '');

const dictionary = (language: Language): Dictionary => dictionaryOf(keys, sentences[language] ?? []);

const texts = { en: dictionary('en'), es: dictionary('es'), 'pt-BR': dictionary('pt-BR') };
const ports = {
  sha256,
  newHash: () => newSha256.create(),
  signatures: signatureCrypto,
  seal: sealCrypto,
  now: systemClock.now,
};
const root = document.getElementById('app');

if (root !== null)
  render(<VerifyPage texts={texts} language={nearestLanguage(navigator.language)} ports={ports} />, root);
