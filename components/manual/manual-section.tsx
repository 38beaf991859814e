import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';

interface ManualSectionProps {
  /** A link led here. */
  readonly asked: boolean;
  /** The form, drawn when it is first asked for. */
  readonly children: ComponentChildren;
}

export function ManualSection({ asked, children }: ManualSectionProps) {
  const t = useText();
  const [open, setOpen] = useState(asked);
  return (
    <Section title={t('manual.title')} intro={t('manual.intro')} anchor="manual">
      <ButtonRow>
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {t('manual.open')}
        </Button>
      </ButtonRow>
      {open && children}
    </Section>
  );
}
