import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exists, filesIn, ROOT, read } from './files.ts';
import { faultsOfFile, LINE_LIMIT, lengthFault } from './layer-rules.ts';

const SOURCES = ['utils', 'components', 'entrypoints'].flatMap(filesIn);
const SCRIPTS = SOURCES.filter((path) => /\.tsx?$/u.test(path));

describe('the layers of DESIGN §3', () => {
  it('finds files to look at', () => {
    expect(SCRIPTS.length).toBeGreaterThan(30);
  });

  it('are kept by every file', () => {
    expect(SCRIPTS.flatMap((path) => faultsOfFile(path, read(path), exists))).toEqual([]);
  });

  it(`hold no file of more than ${LINE_LIMIT} lines`, () => {
    const written = SOURCES.filter((path) => /\.(?:tsx?|css|mjs|js)$/u.test(path));
    expect(written.map((path) => lengthFault(path, read(path))).filter((fault) => fault !== null)).toEqual([]);
  });
});

/** A file that breaks the layers, and what the checker says of it. */
const BROKEN: readonly [path: string, source: string, told: RegExp][] = [
  ['utils/core/x.ts', "import { send } from '../messages/send.ts';", /which is messages\. core may import from core/u],
  ['utils/core/x.ts', "export type { Status } from '../messages/types.ts';", /which is messages/u],
  ['utils/core/x.ts', "export * from '../messages/types.ts';", /which is messages/u],
  ['utils/core/x.ts', "export const x = () => import('../adapters/clock.ts');", /which is adapters/u],
  ['utils/core/x.ts', "export type T = import('../messages/types.ts').Status;", /which is messages/u],
  ['utils/core/x.ts', "import { browser } from 'wxt/browser';", /core may use date-fns/u],
  ['utils/messages/x.ts', "import type { Clock } from '../app/ports.ts';", /which is app/u],
  ['utils/app/x.ts', "import { clock } from '../adapters/clock.ts';", /which is adapters/u],
  ['utils/app/x.ts', "import { browser } from 'wxt/browser';", /may use no package at all/u],
  ['utils/adapters/x.ts', "import { startBridge } from '../page/bridge.ts';", /which is page/u],
  ['utils/page/x.ts', "import { TITLE_CAP } from '../core/contact/types.ts';", /may import types only from core/u],
  ['utils/page/x.ts', "import { type Route, TITLE_CAP } from '../core/contact/types.ts';", /types only/u],
  ['utils/page/x.ts', "import * as z from 'zod/mini';", /page may use no package at all/u],
  ['components/x.tsx', "import { send } from '../utils/messages/send.ts';", /which is messages/u],
  ['components/x.tsx', "import { browser } from 'wxt/browser';", /components may use preact/u],
  ['entrypoints/bridge.ts', "import { send } from '../utils/messages/send.ts';", /types only from messages/u],
  ['entrypoints/popup/x.ts', "import { judge } from '../../utils/app/judge.ts';", /which is app/u],
  ['utils/core/x.ts', "import { ok } from './result';", /there is no utils\/core\/result/u],
  ['utils/core/x.ts', "import { x } from '@/utils/core/result.ts';", /may use/u],
  ['utils/elsewhere/x.ts', '', /lies in no layer/u],
];

describe('the checker itself', () => {
  it.each(BROKEN)('refuses in %s: %s', (path, source, told) => {
    expect(faultsOfFile(path, source, exists).join('\n')).toMatch(told);
  });

  it.each([
    ['utils/page/x.ts', "import type { Route } from '../core/contact/types.ts';"],
    ['utils/page/x.ts', "import { type Route } from '../core/contact/types.ts';"],
    ['utils/app/x.ts', "import { ok } from '../core/result.ts'; export { ok };"],
    ['components/x.tsx', "import { useState } from 'preact/hooks'; export const X = () => <p>{useState(1)[0]}</p>;"],
  ])('allows in %s: %s', (path, source) => {
    expect(faultsOfFile(path, source, exists)).toEqual([]);
  });

  it('names a file that is too long', () => {
    expect(lengthFault('utils/core/x.ts', '\n'.repeat(LINE_LIMIT))).toBeNull();
    expect(lengthFault('utils/core/x.ts', '\n'.repeat(LINE_LIMIT + 1))).toMatch(
      /utils\/core\/x\.ts has 261 lines.*split it/u,
    );
  });
});

/** Code that the linter must refuse, with the rule that does. */
const BANNED: readonly [path: string, source: string, rule: string][] = [
  ['utils/core/now.ts', 'export const now = Date.now();', 'plugin'],
  ['utils/core/date.ts', 'export const now = new Date();', 'plugin'],
  ['utils/core/chance.ts', 'export const salt = Math.random();', 'plugin'],
  ['utils/core/fetch.ts', "export const page = fetch('https://example.org');", 'noRestrictedGlobals'],
  ['utils/core/window.ts', 'export const x = window.name;', 'noRestrictedGlobals'],
  ['utils/core/chrome.ts', 'export const x = chrome.runtime;', 'noRestrictedGlobals'],
  ['utils/core/timer.ts', 'setTimeout(() => undefined, 1);', 'noRestrictedGlobals'],
  ['utils/core/wxt.ts', "export { browser } from 'wxt/browser';", 'noRestrictedImports'],
  ['utils/core/up.ts', "import '../messages/types.ts';", 'noRestrictedImports'],
  ['utils/core/deep/up.ts', "import '../../app/ports.ts';", 'noRestrictedImports'],
  ['utils/messages/up.ts', "import '../app/ports.ts';", 'noRestrictedImports'],
  ['utils/app/up.ts', "import '../adapters/clock.ts';", 'noRestrictedImports'],
  ['utils/app/browser.ts', 'export const x = browser.runtime;', 'noRestrictedGlobals'],
  ['utils/app/now.ts', 'export const now = Date.now();', 'plugin'],
  ['utils/adapters/up.ts', "import '../wire.ts';", 'noRestrictedImports'],
  ['utils/adapters/now.ts', 'export const now = Date.now();', 'plugin'],
  ['utils/adapters/polyfill.ts', "import 'webextension-polyfill';", 'noRestrictedImports'],
  ['utils/page/library.ts', "import 'zod/mini';", 'noRestrictedImports'],
  ['utils/page/fetch.ts', "export const x = fetch('/api');", 'noRestrictedGlobals'],
  ['components/up.tsx', "import '../utils/messages/send.ts';", 'noRestrictedImports'],
  ['components/html.tsx', "export const set = (el: Element) => { el.innerHTML = '<b>'; };", 'plugin'],
  [
    'components/raw.tsx',
    "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;",
    'noDangerouslySetInnerHtml',
  ],
  ['entrypoints/html.ts', "export const set = (el: Element) => el.insertAdjacentHTML('beforeend', '<b>');", 'plugin'],
  ['utils/app/lost.ts', 'const save = async () => 1; export const f = () => { save(); };', 'noFloatingPromises'],
  ['utils/app/any.ts', 'export const x = (y: any) => y;', 'noExplicitAny'],
  ['utils/app/ignore.ts', '// @ts-ignore\nexport const x = 1;', 'noTsIgnore'],
];

describe('the lint bans', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-bans-'));
  cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(ROOT, '.biome'), join(folder, '.biome'), { recursive: true });
  for (const [path, source] of BANNED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${source}\n`);
  }
  const allowed = 'utils/adapters/clock.ts';
  writeFileSync(join(folder, allowed), 'export const now = () => Date.now();\n');
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(run.stdout);
  const rulesAgainst = (path: string): string[] =>
    diagnostics
      .filter(({ location }) => location.path.replaceAll('\\', '/').endsWith(path))
      .map(({ category }) => category.replace(/^.*\//u, ''));

  it.each(BANNED)('fire in %s: %s', (path, _, rule) => {
    expect(rulesAgainst(path)).toContain(rule);
  });

  it('let the clock adapter read the clock', () => {
    expect(rulesAgainst(allowed)).toEqual([]);
  });
});
