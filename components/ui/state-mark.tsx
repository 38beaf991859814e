/** The shape of a state: a crescent for off, a full sun for working. Always beside the word. */
export function StateMark({ state }: { readonly state: 'working' | 'off' | null }) {
  return (
    <svg width="1.25em" height="1.25em" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="currentColor">
      {state === 'off' && <path d="M13.2 2.2a8 8 0 1 0 4.9 11.6A6.6 6.6 0 0 1 13.2 2.2Z" />}
      {state === 'working' && <circle cx="10" cy="10" r="6.5" />}
      {state === null && <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />}
    </svg>
  );
}
