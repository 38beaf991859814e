import type { PageLink } from './page.tsx';

/** What the background broadcasts to our open pages. */
const CHANGED = 'status.changed';

interface MessageEvents {
  addListener(listener: (message: unknown) => undefined): void;
  removeListener(listener: (message: unknown) => undefined): void;
}

/** Joins a page to the background; all that is the browser's is handed in. */
export function statusLink<S>(
  ports: Pick<PageLink<S>, 'read' | 'loadText'> & { readonly onMessage: MessageEvents },
): PageLink<S> {
  return {
    read: ports.read,
    loadText: ports.loadText,
    onChange(again) {
      const listener = (message: unknown): undefined => {
        if (typeof message === 'object' && message !== null && 'name' in message && message.name === CHANGED) again();
      };
      ports.onMessage.addListener(listener);
      return () => ports.onMessage.removeListener(listener);
    },
  };
}
