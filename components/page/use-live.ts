import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Live<T> {
  readonly value: T | null;
  readonly failed: boolean;
  readonly reload: () => void;
}

/** Reads something from the background now and again whenever it says that it changed. */
export function useLive<T>(read: () => Promise<T>, onChange: (again: () => void) => () => void): Live<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);

  const reload = useCallback(() => {
    read().then(
      (fresh) => {
        setValue(() => fresh);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [read]);

  useEffect(() => {
    reload();
    return onChange(reload);
  }, [reload, onChange]);

  return { value, failed, reload };
}
