import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is fetched when it is first shown, so that the popup opens without it. */
export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  return function Later(props: P) {
    const [View, setView] = useState(() => loaded);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then((view) => {
        loaded = view;
        setView(() => view);
      });
    }, []);
    return View === null ? null : <View {...props} />;
  };
}
