import { type ComponentChild, render } from 'preact';

/** Known to the style sheet of what is printed, which hides the rest of the page on paper. */
const CLASS = 'print-only';

/** Takes the last one away. */
let tidy = (): void => {};

/**
 * Prints one view alone, as a document of its own; what the page shows stays as it is.
 * @param name what a saved PDF is called.
 */
export function printView(view: ComponentChild, name: string): void {
  // A browser that never said that it had printed left the last one behind.
  tidy();
  const root = document.createElement('div');
  root.className = CLASS;
  document.body.append(root);
  render(view, root);
  const { title } = document;
  document.title = name;
  tidy = () => {
    window.removeEventListener('afterprint', tidy);
    render(null, root);
    root.remove();
    document.title = title;
    tidy = () => {};
  };
  window.addEventListener('afterprint', tidy);
  window.print();
}
