import type { ComponentChildren } from 'preact';
import styles from './notice.module.css';

interface NoticeProps {
  /** `care` asks for something, `good` confirms, `plain` tells. Each has its own shape. */
  readonly kind?: 'plain' | 'good' | 'care';
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  /** Read out when it appears. */
  readonly live?: boolean;
}

export function Notice({ kind = 'plain', children, action, live }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[kind]}`} role={live ? 'status' : undefined}>
      <NoticeShape kind={kind} />
      <div class={styles.body}>
        <div>{children}</div>
        {action}
      </div>
    </div>
  );
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ComponentChildren }) {
  return (
    <p id={id} class={styles.error} role="alert">
      <NoticeShape kind="care" />
      <span>{children}</span>
    </p>
  );
}

function NoticeShape({ kind }: { readonly kind: 'plain' | 'good' | 'care' }) {
  return (
    <svg class={styles.shape} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {kind === 'care' && <path d="M8 1.6 15 14H1Z M8 6v4 M8 11.8v.2" />}
      {kind === 'good' && <path d="M2.5 8.5 6.5 12.5 13.5 4" />}
      {kind === 'plain' && <path d="M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13Z M8 7.2v4 M8 4.8v.2" />}
    </svg>
  );
}
