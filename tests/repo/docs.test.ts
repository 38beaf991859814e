import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { exists, filesIn, read } from './files.ts';

const DOCS = ['README.md', ...filesIn('docs').filter((path) => path.endsWith('.md'))];

const textOf = (path: string): string => (exists(path) ? read(path) : '');

/** Prose without its code, in which `[x](y)` is no link. */
const prose = (path: string): string =>
  textOf(path)
    .replace(/^```.*?^```/gmsu, '')
    .replace(/`[^`\n]*`/gu, '');

/** Anchors as GitHub makes them from headings. */
const anchorsOf = (path: string): string[] =>
  [
    ...textOf(path)
      .replace(/^```.*?^```/gmsu, '')
      .matchAll(/^#{1,6} (.+)$/gmu),
  ].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

interface Link {
  readonly path: string;
  readonly target: string;
  readonly anchor: string;
}

const linksOf = (path: string): Link[] =>
  [...prose(path).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?[^)]*\)/gu)].map((match) => ({
    path,
    target: match[1] === '' ? path : join(dirname(path), match[1] ?? ''),
    anchor: match[2] ?? '',
  }));

const LINKS = DOCS.flatMap(linksOf);

describe('README.md', () => {
  it.each(['npm ci && npm start', 'npm ci && npm test'])('names the command "%s"', (command) => {
    expect(textOf('README.md')).toContain(command);
  });
});

describe('the documentation', () => {
  it('links to files that exist', () => {
    expect(
      LINKS.filter(({ target }) => !exists(target)).map(({ path, target }) => `${path} links to ${target}`),
    ).toEqual([]);
  });

  it('links to headings that exist', () => {
    const broken = LINKS.filter(({ target, anchor }) => anchor !== '' && !anchorsOf(target).includes(anchor));
    expect(broken.map(({ path, target, anchor }) => `${path} links to ${target}#${anchor}`)).toEqual([]);
  });

  it('has no page that nothing leads to', () => {
    const reached = new Set(LINKS.filter(({ path, target }) => path !== target).map(({ target }) => target));
    const lost = DOCS.filter((path) => path !== 'README.md' && !reached.has(path) && !reached.has(dirname(path)));
    expect(lost, 'Link each from README.md or docs/architecture.md.').toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = DOCS.flatMap((path) =>
      [...textOf(path).matchAll(/\bnpm run ([a-z][a-z0-9:-]*)/gu)].map((match) => ({ path, script: match[1] ?? '' })),
    );
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('names only files of ours that exist', () => {
    const named = DOCS.flatMap((path) =>
      [
        ...textOf(path).matchAll(
          /`((?:utils|components|entrypoints|tests|docs|public)\/[\w./-]+\.(?:tsx?|json|md|ndjson))`/gu,
        ),
      ].map((match) => ({ path, file: match[1] ?? '' })),
    );
    expect(named.filter(({ file }) => !exists(file))).toEqual([]);
  });
});
