import { useText } from '../text-context.tsx';
import styles from './mark.module.css';
import type { MarkKind } from './year-facts.ts';

/** The shape that a day of this kind has: a class for whatever holds the letter. */
export const shapeOf = (kind: MarkKind): string => styles[kind] ?? '';

/** Shape and letter of a kind, beside its words. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  const t = useText();
  return (
    <span class={`${styles.mark} ${shapeOf(kind)}`} aria-hidden="true">
      {t(`exceptions.letter.${kind}`)}
    </span>
  );
}
