import { useText } from '../text-context.tsx';
import styles from './form.module.css';

/** Said wherever something is entered that no export may name. */
export function PrivateHint({ of }: { readonly of: 'leave' | 'care' }) {
  const t = useText();
  return (
    <p class={styles.private}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linejoin="round"
      >
        <path d="M2.5 6.2h9v6.3h-9ZM4.4 6.2V4.4a2.6 2.6 0 0 1 5.2 0v1.8" />
      </svg>
      <span>{t(of === 'care' ? 'exceptions.private-care' : 'exceptions.private')}</span>
    </p>
  );
}
