import type { VerdictState } from '../../utils/core/verify/types.ts';

/** A tick for in order, an open ring for open, a crossed-out sign for not in order. Always beside the word. */
export function VerdictMark({ state }: { readonly state: VerdictState }) {
  return (
    <svg
      width="1.5em"
      height="1.5em"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {state === 'good' && <path d="M3 10.5 8 15.5 17 4.5" />}
      {state === 'incomplete' && <circle cx="10" cy="10" r="7" stroke-dasharray="3.4 3.9" />}
      {state === 'bad' && <path d="M4 4 16 16 M16 4 4 16" />}
    </svg>
  );
}
