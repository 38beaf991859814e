import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly intro?: string;
  /** Target of a link to this part of the page. */
  readonly anchor?: string;
  readonly children: ComponentChildren;
}

export function Section({ title, intro, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section class={styles.section} id={anchor} aria-labelledby={id}>
      <h2 id={id} class={styles.title}>
        {title}
      </h2>
      {intro !== undefined && <p class={styles.intro}>{intro}</p>}
      <div class={styles.body}>{children}</div>
    </section>
  );
}

/** Says what will appear here. */
export function EmptyState({ children, action }: Pick<SectionProps, 'children'> & { action?: ComponentChildren }) {
  return (
    <div class={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
