import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const SOURCE = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

declare const axe: { run(): Promise<{ readonly violations: readonly Violation[] }> };

/** What axe-core finds wrong with a page as it stands, one sentence each. */
export async function violationsOf(page: Page): Promise<string[]> {
  const source = await readFile(SOURCE, 'utf8');
  await page.evaluate(`${source}; true`);
  return page.evaluate(async () =>
    (await axe.run()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    ),
  );
}
