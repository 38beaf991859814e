import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPage } from '../utils/core/verify/page.ts';
import { catalogues } from './catalogues.ts';
import { buildVerifyPage } from './verify-page/build.ts';

/** `npm run verify-page`: writes the file that is published with each release, the same as in every bundle. */
const FOLDER = fileURLToPath(new URL('../.output/verify', import.meta.url));

const page = verifyPage(await buildVerifyPage(), catalogues());
mkdirSync(FOLDER, { recursive: true });
const path = join(FOLDER, 'VERIFY.html');
writeFileSync(path, page);
console.info(`${path}: ${Buffer.byteLength(page)} bytes, SHA-256 ${createHash('sha256').update(page).digest('hex')}`);
