/** Pages answer within milliseconds; one that has not by then stands still, as behind a dialog. */
const PATIENCE_MS = 1_000;

/** The page's answer, or null where it does not come in time: a page that stands still must hold nobody up. */
export function inTime<T>(answer: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
