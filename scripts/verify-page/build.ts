import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { LANGUAGES } from '../../utils/core/settings/types.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.tsx', import.meta.url));

/** Sentences that the page can say, by how their keys begin. */
const SAID = /^(?:name|cancel|verify\..*|log\.fault\..*|error\.(?:unknown|bundle\..*|signature\..*|checkpoint\..*))$/u;

/** One HTML file that needs nothing else: it lies in every bundle, works from `file://`, and may not reach the network. */
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
<script type="application/json" id="texts">${texts()}</script>
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

/** The keys once, then the sentences of each language in their order: the keys are half of a catalogue. */
function texts(): string {
  const catalogues = LANGUAGES.map((language): [string, Record<string, string>] => [
    language,
    JSON.parse(readFileSync(`${ROOT}/public/text/${language}.json`, 'utf8')),
  ]);
  const keys = Object.keys(catalogues[0]?.[1] ?? {}).filter((key) => SAID.test(key));
  const sentences = catalogues.map(([language, dictionary]) => [language, keys.map((key) => dictionary[key])]);
  return JSON.stringify({ keys, sentences: Object.fromEntries(sentences) }).replaceAll('<', String.raw`\u003c`);
}
