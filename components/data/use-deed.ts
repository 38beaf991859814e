import { useState } from 'preact/hooks';

export interface Deed {
  readonly busy: boolean;
  readonly failed: boolean;
  /** Runs `work`, one at a time; what it throws is said as "failed". */
  readonly run: (work: () => Promise<void>) => void;
}

/** Something that takes a moment and may fail. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const run = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    work()
      .catch((error: unknown) => {
        console.error(error);
        setFailed(true);
      })
      .finally(() => setBusy(false));
  };
  return { busy, failed, run };
}
