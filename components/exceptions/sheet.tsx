import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A form over the page. The browser keeps the focus in it and closes it with Escape. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    // The browser gives the focus back from a dialog that is closed, but not from one that is taken out of the page.
    const opener = shown?.ownerDocument.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} class={styles.sheet} aria-labelledby={id} onClose={onClose}>
      <div class={styles.inside}>
        <h2 id={id} class={styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
