import { describe, expect, it } from 'vitest';
import config from '../../wxt.config.ts';
import { read } from './files.ts';
import {
  BROWSERS,
  type Browser,
  describeManifest,
  type Manifest,
  OPTIONAL,
  OPTIONAL_HOSTS,
  PERMISSIONS,
} from './manifest-rules.ts';

async function configured(browser: Browser): Promise<Manifest> {
  if (typeof config.manifest !== 'function') throw new Error('wxt.config.ts has no manifest function any more.');
  const env = { browser, mode: 'production', command: 'build', manifestVersion: 3 } as const;
  return JSON.parse(JSON.stringify(await config.manifest(env)));
}

for (const browser of BROWSERS) describeManifest(browser, () => configured(browser));

describe('docs/permissions.md', () => {
  const asked = [...PERMISSIONS, ...OPTIONAL, ...OPTIONAL_HOSTS];
  /** Heading of a permission, and the words below it. */
  const paragraphs = new Map(
    [...read('docs/permissions.md').matchAll(/^### `([^`\n]+)`[^\n]*\n+([^#]*)/gmu)].map((match) => [
      match[1] ?? '',
      (match[2] ?? '').trim(),
    ]),
  );

  it.each(asked)('has a paragraph about %s', (permission) => {
    const told = `A permission costs a paragraph: write one under "### \`${permission}\`" in docs/permissions.md.`;
    expect(paragraphs.get(permission)?.length ?? 0, told).toBeGreaterThan(120);
  });

  it('speaks of no permission that is not asked for', () => {
    expect([...paragraphs.keys()].filter((heading) => !asked.includes(heading))).toEqual([]);
  });
});
