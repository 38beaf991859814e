import { parseSync } from 'vite';

/** The rooms of DESIGN §3 and what each may import from. `types` may be imported as types only. */
interface Layer {
  readonly name: string;
  readonly holds: RegExp;
  readonly from: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

export const LAYERS: readonly Layer[] = [
  {
    name: 'core',
    holds: /^utils\/core\//u,
    from: ['core'],
    packages: ['date-fns', '@date-fns/utc', 'zod/mini', 'fflate'],
  },
  {
    name: 'messages',
    holds: /^utils\/messages\//u,
    from: ['core', 'messages'],
    packages: ['wxt/browser', 'zod/mini'],
  },
  { name: 'app', holds: /^utils\/app\//u, from: ['core', 'messages', 'app'] },
  {
    name: 'adapters',
    holds: /^utils\/adapters\//u,
    from: ['core', 'messages', 'app', 'adapters'],
    packages: ['wxt/browser', 'idb', '@noble/hashes/sha2.js', '@noble/ciphers/chacha.js'],
  },
  {
    name: 'wire',
    holds: /^utils\/wire\.ts$/u,
    from: ['core', 'messages', 'app', 'adapters'],
    packages: ['wxt/browser'],
  },
  { name: 'page', holds: /^utils\/page\//u, from: ['page'], types: ['core', 'messages'] },
  {
    name: 'components',
    holds: /^components\//u,
    from: ['core', 'components'],
    packages: ['preact', 'preact/hooks', 'uqr'],
  },
  {
    name: 'page script',
    holds: /^entrypoints\/(?:page-hook|bridge)\.ts$/u,
    from: ['page'],
    types: ['core', 'messages'],
    packages: ['wxt/utils/define-unlisted-script'],
  },
  {
    name: 'background',
    holds: /^entrypoints\/background\.ts$/u,
    from: ['core', 'messages', 'adapters', 'wire'],
    packages: ['wxt/browser', 'wxt/utils/define-background'],
  },
  {
    name: 'page of ours',
    holds: /^entrypoints\/[a-z-]+\//u,
    from: ['core', 'messages', 'components', 'adapters', 'page of ours'],
    packages: ['wxt/browser', 'preact', 'preact/hooks'],
  },
];

const layerOf = (path: string): Layer | null => LAYERS.find(({ holds }) => holds.test(path)) ?? null;

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Every import and re-export of a file, found by a real parser. */
export function importsOf(path: string, source: string): Import[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const exported = new Map<string, boolean>();
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest !== null)
        exported.set(moduleRequest.value, isType && (exported.get(moduleRequest.value) ?? true));
    }
  }
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...[...exported].map(([from, typeOnly]) => ({ from, typeOnly })),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: source.slice(moduleRequest.start, moduleRequest.end).replace(/^(['"`])(.*)\1$/u, '$2'),
      typeOnly: false,
    })),
    ...[...source.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)\s*\./gu)].map((match) => ({
      from: match[2] ?? '',
      typeOnly: true,
    })),
  ];
}

const resolve = (path: string, relative: string): string => new URL(relative, `file:///${path}`).pathname.slice(1);

/** What is wrong with one import, as a sentence that names file, rule and fix; null when nothing is. */
function faultOfImport(
  path: string,
  layer: Layer,
  { from, typeOnly }: Import,
  exists: (path: string) => boolean,
): string | null {
  const told = `${path} (${layer.name}) imports '${from}'`;
  if (!from.startsWith('.')) {
    if (layer.packages?.includes(from) === true) return null;
    const allowed = layer.packages?.join(', ') ?? 'no package at all';
    return `${told}. ${layer.name} may use ${allowed}: move the code to the layer that may, or pass in what it needs.`;
  }
  const target = resolve(path, from.replace(/\?.*$/u, ''));
  if (!exists(target)) return `${told}, but there is no ${target}: write the whole name with its ending.`;
  if (/\.(?:css|json|svg)$/u.test(target)) return null;
  const other = layerOf(target);
  if (other === null) return `${told}, which lies in no layer of DESIGN §3: move ${target}.`;
  if (layer.from.includes(other.name)) return null;
  if (layer.types?.includes(other.name) === true) {
    return typeOnly
      ? null
      : `${told} as a value. ${layer.name} may import types only from ${other.name}: write 'import type'.`;
  }
  return `${told}, which is ${other.name}. ${layer.name} may import from ${layer.from.join(', ')}: turn the arrow round by a port or an argument (DESIGN §3).`;
}

export function faultsOfFile(path: string, source: string, exists: (path: string) => boolean): string[] {
  const layer = layerOf(path);
  if (layer === null)
    return [`${path} lies in no layer of DESIGN §3: move it, or name its layer in tests/repo/layer-rules.ts.`];
  return importsOf(path, source)
    .map((found) => faultOfImport(path, layer, found, exists))
    .filter((fault) => fault !== null);
}

export const LINE_LIMIT = 260;

export function lengthFault(path: string, source: string): string | null {
  const lines = source.split('\n').length - 1;
  if (lines <= LINE_LIMIT) return null;
  return `${path} has ${lines} lines, more than ${LINE_LIMIT}: split it by what its parts are about (STYLE: one feature, one file).`;
}
