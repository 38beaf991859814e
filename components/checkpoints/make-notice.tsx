import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import type { MakeOutcome } from './types.ts';

/** What became of "Make a checkpoint now", said once. */
export function MakeNotice({ outcome }: { readonly outcome: MakeOutcome }) {
  const t = useText();
  switch (outcome.kind) {
    case 'made':
      return (
        <Notice kind="good" live>
          {t('checkpoints.made', { number: outcome.number })}
        </Notice>
      );
    case 'same':
      return <Notice live>{t('checkpoints.made-same', { number: outcome.number })}</Notice>;
    case 'empty':
      return <Notice live>{t('checkpoints.none-yet')}</Notice>;
    case 'failed':
      return (
        <Notice kind="care" live>
          {t('checkpoints.make-failed')}
        </Notice>
      );
  }
}
