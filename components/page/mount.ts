import { type ComponentChild, render } from 'preact';

export function mount(view: ComponentChild): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app');
  render(view, root);
}
