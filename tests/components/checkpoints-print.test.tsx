// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { PrintSheet } from '../../components/checkpoints/print-sheet.tsx';
import { printView } from '../../components/checkpoints/print-view.ts';
import { TextProvider } from '../../components/text-context.tsx';
import { checkpoint, KEY_NUMBER } from './checkpoints-world.tsx';
import { ZONE } from './samples.ts';
import { show, t } from './screen.tsx';

const seen: string[] = [];

beforeEach(() => {
  seen.length = 0;
  document.title = 'Log';
  window.print = () => void seen.push(`${document.title}: ${document.querySelectorAll('.print-only').length}`);
});

const sheet = (
  <TextProvider value={t}>
    <PrintSheet checkpoint={checkpoint(3)} zone={ZONE} />
  </TextProvider>
);

it('the sheet has text, code, key number, and lines to sign and date', () => {
  const root = show(sheet);
  expect(root.querySelector('pre')?.textContent).toBe(checkpoint(3).text);
  expect(root.querySelector('svg[role="img"]')).not.toBeNull();
  expect(root.textContent).toContain(KEY_NUMBER);
  expect(root.textContent).toContain('On Nov 26, 2026 23:14 (America/Bogota), by its own clock');
  for (const key of ['name', 'date', 'signature'] as const)
    expect(root.textContent).toContain(t(`checkpoints.sheet.${key}`));
});

it('lies beside the page while the browser prints, and is gone afterwards', () => {
  const page = show(<p>the page</p>);
  printView(sheet, 'checkpoint-0f1e2d3c-0003');
  expect(seen).toEqual(['checkpoint-0f1e2d3c-0003: 1']);
  expect(document.querySelector('.print-only')?.parentElement).toBe(document.body);
  window.dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('.print-only')).toBeNull();
  expect(document.title).toBe('Log');
  expect(page.textContent).toBe('the page');
});

it('does not pile up where a browser never says that it has printed', () => {
  const print = vi.spyOn(window, 'print');
  printView(sheet, 'one');
  printView(sheet, 'two');
  expect(print).toHaveBeenCalledTimes(2);
  expect(seen).toEqual(['one: 1', 'two: 1']);
  window.dispatchEvent(new Event('afterprint'));
  expect(document.title).toBe('Log');
});
