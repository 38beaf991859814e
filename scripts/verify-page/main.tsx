import { sha256 as newSha256 } from '@noble/hashes/sha2.js';
import { render } from 'preact';
import '../../components/tokens.css';
import { VerifyPage } from '../../components/verify/verify-page.tsx';
import { sha256 } from '../../utils/adapters/crypto.ts';
import { signatureCrypto } from '../../utils/adapters/signature-crypto.ts';
import type { Language } from '../../utils/core/settings/types.ts';
import { nearestLanguage } from '../../utils/core/text/language.ts';

/** The root of VERIFY.html. The texts lie in the page itself, as `build.ts` wrote them; nothing is fetched. */
interface InlineTexts {
  readonly keys: readonly string[];
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
}

const { keys, sentences }: InlineTexts = JSON.parse(document.getElementById('texts')?.textContent ?? '');

const dictionary = (language: Language): Record<string, string> =>
  Object.fromEntries(keys.map((key, index) => [key, sentences[language][index] ?? key]));

const texts = { en: dictionary('en'), es: dictionary('es'), 'pt-BR': dictionary('pt-BR') };
const ports = { sha256, newHash: () => newSha256.create(), signatures: signatureCrypto };
const root = document.getElementById('app');

if (root !== null)
  render(<VerifyPage texts={texts} language={nearestLanguage(navigator.language)} ports={ports} />, root);
