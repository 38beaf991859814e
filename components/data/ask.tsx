import type { ComponentChildren } from 'preact';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface AskProps {
  readonly children: ComponentChildren;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The one question before something is gone for good. */
export function Ask({ children, busy, onYes, onNo }: AskProps) {
  const t = useText();
  const actions = (
    <ButtonRow>
      <Button onClick={onYes} disabled={busy}>
        {t('data.yes')}
      </Button>
      <Button look="quiet" onClick={onNo} disabled={busy}>
        {t('cancel')}
      </Button>
    </ButtonRow>
  );
  return (
    <Notice kind="care" live action={actions}>
      {children}
    </Notice>
  );
}
