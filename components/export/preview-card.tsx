import { useEffect, useId, useRef } from 'preact/hooks';
import type { BundlePlan } from '../../utils/core/export/preview.ts';
import { DISCLOSED_PARTS } from '../../utils/core/export/selection.ts';
import { keyEnd } from '../../utils/core/seal/keys.ts';
import { sizeText } from '../../utils/core/text/size.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './export.module.css';
import type { LogContents } from './types.ts';

interface PreviewCardProps {
  readonly plan: BundlePlan;
  /** The delegate's key; null where the file is not sealed. */
  readonly recipient: Uint8Array | null;
  readonly contents: LogContents;
  readonly onSave: () => void;
}

/** All that would leave, and what would not; then the button. */
export function PreviewCard({ plan, recipient, contents, onSave }: PreviewCardProps) {
  const t = useText();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  // It stands below a long form: whoever asked to see it is led to it.
  useEffect(() => card.current?.focus(), []);
  const { goes, stays } = sentencesOf(t, plan, contents);
  return (
    <section ref={card} class={styles.card} tabIndex={-1} aria-labelledby={id}>
      <h3 id={id}>{t('export.leaves')}</h3>
      <ul class={styles.goes}>
        {goes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ul class={styles.stays}>
        {stays.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {recipient !== null && (
        <Notice kind="care">
          {t('seal.for.who', { end: keyEnd(recipient) })} {t('seal.for.not-you')}
        </Notice>
      )}
      <ButtonRow>
        <Button look="main" onClick={onSave}>
          {t('export.save')}
        </Button>
      </ButtonRow>
    </section>
  );
}

interface Sentences {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

export function sentencesOf(t: Text, { preview }: BundlePlan, contents: LogContents): Sentences {
  const goes: string[] = [];
  const stays: string[] = [];
  const tell = (count: number | null, some: () => string, none: string): void => {
    if (count === null || count === 0) stays.push(none);
    else goes.push(some());
  };
  const { contacts, reported, others, withheld, checkpoints, confirmed, inHours, uncheckable } = preview;
  const names = contents.apps.filter(({ id }) => preview.apps.has(id)).map(({ name }) => makeVisible(name, 60));
  const apps = new Intl.ListFormat(t.language, { type: 'conjunction' }).format(names);
  tell(contacts, () => t('export.contacts', { count: contacts, apps }), t('export.contacts-none'));
  if (reported > 0) goes.push(t('export.reported', { count: reported }));
  if (others > 0) goes.push(t('export.others', { count: others }));
  goes.push(withheld > 0 ? t('export.withheld', { count: withheld }) : t('export.withheld-none'));
  for (const part of DISCLOSED_PARTS) {
    const count = preview.shown[part];
    tell(count, () => t(`export.part-count.${part}`, { count }), t(`export.part-none.${part}`));
  }
  if (uncheckable > 0) goes.push(t('export.uncheckable', { count: uncheckable }));
  const { count, bytes } = preview.attachments;
  if (count > 0) goes.push(t('export.attachments', { count, size: sizeText(t.language, bytes) }));
  tell(inHours, () => t('export.in-hours', { count: inHours ?? 0 }), t('export.in-hours-none'));
  tell(checkpoints, () => t('export.checkpoints', { count: checkpoints, confirmed }), t('export.checkpoints-none'));
  goes.push(t('export.always'));
  return { goes, stays };
}
