/** Shapes beside the words: a tick in a full circle for confirmed, an open circle for not yet. */
export function ConfirmedMark({ confirmed }: { readonly confirmed: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false" fill="none">
      {confirmed ? (
        <>
          <circle cx="9" cy="9" r="8" fill="var(--dusk)" />
          <path
            d="M5.2 9.4 8 12.2 13 6.4"
            stroke="var(--on-dusk)"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </>
      ) : (
        <circle cx="9" cy="9" r="7.2" stroke="var(--control-line)" stroke-width="1.6" stroke-dasharray="3 2.65" />
      )}
    </svg>
  );
}
