/** Raised when something that was waited for did not happen in time. */
export class WaitError extends Error {
  override readonly name = 'WaitError';
}

/** Much more than anything takes on an idle machine: what counts is that it happens. */
export const DEFAULT_WAIT_MS = 20_000;
const POLL_MS = 25;

/**
 * Asks again and again until the answer is neither `undefined`, `null` nor `false`, and returns that answer. For
 * conditions that announce themselves by no event; `what` completes the sentence "Waited 20 s for …".
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  timeoutMs: number = DEFAULT_WAIT_MS,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (Date.now() >= deadline) throw new WaitError(`Waited ${timeoutMs / 1_000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Settles like `promise`, or rejects when it has not settled in time. */
export async function within<T>(what: string, promise: Promise<T>, timeoutMs: number = DEFAULT_WAIT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WaitError(`Waited ${timeoutMs / 1_000} s for ${what}.`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
