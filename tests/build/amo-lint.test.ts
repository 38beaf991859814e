import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '../repo/files.ts';

interface Report {
  readonly summary: { readonly errors: number };
  readonly warnings: readonly { readonly code: string }[];
}

/**
 * What addons.mozilla.org will say. The one warning that remains is Preact's own support for `dangerouslySetInnerHTML`, which
 * our lint forbids to use; it is there twice, once in the popup and once in the other pages.
 */
it('passes the linter of addons.mozilla.org but for one known warning in each Preact', {
  timeout: 120_000,
}, async () => {
  const webExt = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
  const args = [webExt, 'lint', '--source-dir', join(ROOT, '.output/firefox-mv3'), '--output', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 });
  const report: Report = JSON.parse(stdout.slice(stdout.indexOf('{')));
  expect(report.summary.errors).toBe(0);
  expect(report.warnings.map(({ code }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT', 'UNSAFE_VAR_ASSIGNMENT']);
});
