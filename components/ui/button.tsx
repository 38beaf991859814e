import type { ComponentChildren } from 'preact';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** `main` at most once in a view; `quiet` looks like text; `icon` is quiet and square. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'icon';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  /** Of a button that stays in until it is pressed again; its words stay the same. */
  readonly pressed?: boolean;
  /** Names what the button acts on where the words alone would repeat, as in a list. */
  readonly label?: string;
}

export function Button({
  children,
  onClick,
  look = 'plain',
  type = 'button',
  disabled,
  expanded,
  pressed,
  label,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`${styles.button} ${styles[look]}`}
      disabled={disabled ?? false}
      aria-expanded={expanded}
      aria-pressed={pressed}
      aria-label={label}
      onClick={onClick === undefined ? undefined : () => onClick()}
    >
      {children}
    </button>
  );
}

export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.row}>{children}</div>;
}
