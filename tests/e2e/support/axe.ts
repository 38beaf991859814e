import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const SOURCE = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

declare const axe: {
  run(options: { readonly runOnly?: readonly string[] }): Promise<{ readonly violations: readonly Violation[] }>;
};

/** What axe-core finds wrong with a page as it stands, one sentence each; by these rules only, or by all. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    const source = await readFile(SOURCE, 'utf8');
    await page.evaluate(`${source}; true`);
  }
  return page.evaluate(
    async (only) =>
      (await axe.run(only === null ? {} : { runOnly: only })).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      ),
    rules ?? null,
  );
}
