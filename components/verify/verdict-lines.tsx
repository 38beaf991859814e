import { verdictSentences } from '../../utils/core/verify/sentences.ts';
import type { BundleVerdict, VerdictLine } from '../../utils/core/verify/types.ts';
import { VERDICT_LINES } from '../../utils/core/verify/verdict.ts';
import { useText } from '../text-context.tsx';
import styles from './verdict-lines.module.css';
import { VerdictMark } from './verdict-mark.tsx';

/** The four answers about a bundle. Each has its state as word, shape and colour, and stands for itself. */
export function VerdictLines({ verdict }: { readonly verdict: BundleVerdict }) {
  const t = useText();
  return (
    <dl class={styles.lines}>
      {VERDICT_LINES.map((name) => (
        <Line key={name} title={t(`verify.line.${name}`)} line={verdict[name]} />
      ))}
    </dl>
  );
}

function Line({ title, line }: { readonly title: string; readonly line: VerdictLine }) {
  const t = useText();
  const [first, ...others] = verdictSentences(t, line);
  return (
    <div class={`${styles.line} ${styles[line.state]}`}>
      <dt class={styles.head}>
        <VerdictMark state={line.state} />
        <span class={styles.title}>{title}</span>
        <span class={styles.state}>{t(`verify.state.${line.state}`)}</span>
      </dt>
      <dd class={styles.told}>
        <p>
          <bdi>{first}</bdi>
        </p>
        {others.length > 0 && (
          <ul class={styles.notes}>
            {others.map((sentence) => (
              <li key={sentence}>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
