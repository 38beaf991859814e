import type { Verdict } from '../../utils/core/hours/types.ts';

/** The shape of a state: a crescent for off, a full sun for working, a beacon for on call. Always beside the word. */
export function StateMark({ state }: { readonly state: Verdict['kind'] | null }) {
  return (
    <svg width="1.25em" height="1.25em" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="currentColor">
      {state === 'off' && <path d="M13.2 2.2a8 8 0 1 0 4.9 11.6A6.6 6.6 0 0 1 13.2 2.2Z" />}
      {state === 'working' && <circle cx="10" cy="10" r="6.5" />}
      {state === 'on-call' && <circle cx="10" cy="10" r="3" />}
      {(state === 'on-call' || state === null) && (
        <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
      )}
    </svg>
  );
}
