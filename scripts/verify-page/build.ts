import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { TEXTS_ID } from '../../utils/core/verify/page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.tsx', import.meta.url));

/**
 * One HTML file that works from `file://` and may not reach the network. It lies in every bundle, once `verifyPage` has put its
 * sentences in.
 */
export async function buildVerifyPage(): Promise<string> {
  const { script, style } = await bundled();
  const policy = [
    "default-src 'none'",
    `script-src '${cspHash(script)}'`,
    "style-src 'unsafe-inline'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Clocked Off</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="${TEXTS_ID}"></script>
<script>${script}</script>
</body>
</html>
`;
}

async function bundled(): Promise<{ script: string; style: string }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Not by the plugin that the extension has: it asks the environment, and this file must come out the same everywhere.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    mode: 'production',
    build: {
      write: false,
      target: ['chrome120', 'firefox120', 'safari17'],
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: { input: MAIN, output: { format: 'iife' } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  const style = outputs.map((one) => (one.type === 'asset' ? String(one.source) : '')).join('');
  if (script === '' || style === '') throw new Error('VERIFY.html came out without script or style');
  return { script: script.trim().replaceAll('</script', String.raw`<\/script`), style: style.trim() };
}

const cspHash = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;
