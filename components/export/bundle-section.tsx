import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { EmptyState, Section } from '../ui/section.tsx';

interface BundleSectionProps {
  readonly empty: boolean;
  /** A link led here. */
  readonly asked: boolean;
  /** The wizard, drawn when it is first asked for. */
  readonly children: ComponentChildren;
}

export function BundleSection({ empty, asked, children }: BundleSectionProps) {
  const t = useText();
  const [open, setOpen] = useState(asked);
  return (
    <Section title={t('export.title')} intro={t('export.intro')} anchor="bundle">
      {empty ? (
        <EmptyState>{t('export.empty')}</EmptyState>
      ) : (
        <ButtonRow>
          <Button expanded={open} onClick={() => setOpen(!open)}>
            {t('export.open')}
          </Button>
        </ButtonRow>
      )}
      {open && !empty && children}
    </Section>
  );
}
