/** A shape for each treatment, beside its word: closed for held, half for flagged, open for shown. */
export function TreatmentShape({ treatment }: { readonly treatment: string | null }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      style={{ color: 'var(--dusk)' }}
    >
      <circle
        cx="6"
        cy="6"
        r="4.6"
        fill={treatment === 'hold' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.6"
      />
      {treatment === 'flag' && <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" fill="currentColor" />}
    </svg>
  );
}
