export interface KeepRecordPorts {
  /** What is to be written down, one after the other: each says whether it wrote anything that our pages show. */
  readonly steps: readonly (() => Promise<boolean>)[];
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

/**
 * What is written down because time passes: that we are alive, which apps are watched, checkpoints. Nobody waits for it and
 * it never rejects: a step that fails is tried again with the next call. Calls in a row are one.
 */
export function createKeepRecord({ steps, changed, report }: KeepRecordPorts): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    waiting = null;
    let isNews = false;
    for (const step of steps) {
      try {
        isNews = (await step()) || isNews;
      } catch (error) {
        report(error);
      }
    }
    if (isNews) changed();
  };

  return () => {
    if (waiting === null) {
      last = last.then(run);
      waiting = last;
    }
    return waiting;
  };
}
