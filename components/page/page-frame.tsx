import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './page-frame.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly intro?: string;
  /** What concerns the whole page, beside its title. */
  readonly action?: ComponentChildren;
  /** The page took the place of another one under the person's hands: the focus begins at its title. */
  readonly focusTitle?: boolean;
  /** Links to the parts of a long page. */
  readonly nav?: {
    readonly label: string;
    readonly links: readonly { readonly anchor: string; readonly label: string }[];
  };
  readonly children: ComponentChildren;
}

/** A full page: the dusk sky with its title, and the parts below on quiet ground. */
export function PageFrame({ title, intro, action, focusTitle, nav, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the moment when the page is first drawn
  useLayoutEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, []);
  return (
    <>
      <header class={styles.sky}>
        <div class={styles.inner}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro !== undefined && <p>{intro}</p>}
          {action && <div class={styles.action}>{action}</div>}
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
