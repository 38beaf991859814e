import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { TextProvider } from '../../components/text-context.tsx';
import english from '../../public/text/en.json' with { type: 'json' };
import { makeText } from '../../utils/core/text/text.ts';

export const t = makeText(english, 'en');

/** Renders into a fresh document; what was there before is gone. */
export function show(view: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  void act(() => render(<TextProvider value={t}>{view}</TextProvider>, root));
  return root;
}

/** Draws the view once more with other properties; what the person typed stays. */
export function again(root: HTMLElement, view: ComponentChild): void {
  void act(() => render(<TextProvider value={t}>{view}</TextProvider>, root));
}

/** By its words, or by the label that a screen reader gets. */
export function button(root: HTMLElement, name: string): HTMLButtonElement {
  const all = [...root.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (found === undefined)
    throw new Error(`no button “${name}” among: ${all.map((one) => one.textContent).join(', ')}`);
  return found;
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
    await settled();
  });
  // Views that are fetched when first shown.
  await act(async () => {
    await vi.dynamicImportSettled();
    await settled();
  });
}

export async function type(element: HTMLInputElement | null, text: string): Promise<void> {
  if (element === null) throw new Error('no such field');
  await act(async () => {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  });
}

/** As `type`, for fields that listen to the finished change. */
export async function change(element: HTMLInputElement | HTMLSelectElement | null, value: string): Promise<void> {
  if (element === null) throw new Error('no such field');
  await act(async () => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  });
}

/** A radio button or a switch, by its words. */
export async function choose(root: HTMLElement, name: string): Promise<void> {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent?.startsWith(name));
  const input = label?.querySelector('input') ?? root.querySelector<HTMLInputElement>(`#${label?.htmlFor ?? 'none'}`);
  if (!input) throw new Error(`nothing to choose called “${name}”`);
  await click(input);
}

export async function submit(root: HTMLElement): Promise<void> {
  await act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settled();
  });
}

/** Lets promises that are resolved already run on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
