import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../../scripts/catalogues.ts';
import { verifyPage } from '../../utils/core/verify/page.ts';
import { exists, ROOT, read } from '../repo/files.ts';

const MOST_BYTES = 155_000;
const PAGES = ['chrome', 'firefox', 'edge'].map((browser) => `.output/${browser}-mv3/verify-page.txt`);

describe('VERIFY.html', () => {
  const page = (): string => {
    const missing = PAGES.find((path) => !exists(path));
    if (missing !== undefined) throw new Error(`There is no ${missing} to look at. Run "npm run build" first.`);
    return verifyPage(read(PAGES[0] ?? ''), catalogues());
  };

  it('is the same in every package, so that its hash can be published', () => {
    const wanted = page();
    for (const path of PAGES) expect(verifyPage(read(path), catalogues()) === wanted, path).toBe(true);
  });

  it('has at most 155 kB (decision 16), since it lies in every bundle', () => {
    expect(Buffer.byteLength(page())).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('has its sentences in every language, and none that it cannot say', () => {
    const json = /id="texts">(.*?)<\/script>/su.exec(page())?.[1] ?? '';
    const { keys, sentences } = JSON.parse(json) as { keys: string[]; sentences: Record<string, string[]> };
    const place = keys.indexOf('verify.title');
    expect(place).toBeGreaterThanOrEqual(0);
    for (const [language, texts] of Object.entries(catalogues()))
      expect(sentences[language]?.[place]).toBe(texts['verify.title']);
    expect(keys.filter((key) => key.startsWith('roster.'))).toEqual([]);
  });

  it('may run the script that it holds, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page())?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/su.exec(page())?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      "style-src 'unsafe-inline'",
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  it('names no address but those of markup namespaces, and no path of whoever built it', () => {
    const addresses = [...page().matchAll(/\b(?:https?|wss?|file):\/\/[^"'`\s<)]+/gu)].map(([address]) => address);
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(page()).not.toMatch(/\b(?:src|href)="|url\(|@import|node_modules/u);
    expect(page()).not.toContain(ROOT);
  });
});
