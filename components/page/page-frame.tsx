import type { ComponentChildren } from 'preact';
import styles from './page-frame.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly intro?: string;
  /** Links to the parts of a long page. */
  readonly nav?: {
    readonly label: string;
    readonly links: readonly { readonly anchor: string; readonly label: string }[];
  };
  readonly children: ComponentChildren;
}

/** A full page: the dusk sky with its title, and the parts below on quiet ground. */
export function PageFrame({ title, intro, nav, children }: PageFrameProps) {
  return (
    <>
      <header class={styles.sky}>
        <div class={styles.inner}>
          <h1>{title}</h1>
          {intro !== undefined && <p>{intro}</p>}
        </div>
      </header>
      <div class={`${styles.inner} ${nav === undefined ? '' : styles.withNav}`}>
        {nav !== undefined && (
          <nav class={styles.nav} aria-label={nav.label}>
            <ul>
              {nav.links.map(({ anchor, label }) => (
                <li key={anchor}>
                  <a href={`#${anchor}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main class={styles.main}>{children}</main>
      </div>
    </>
  );
}
