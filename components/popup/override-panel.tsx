import { useState } from 'preact/hooks';
import type { HoursOverride } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { momentAhead } from '../../utils/core/text/dates.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import styles from './override-panel.module.css';

const OverrideForm = later(async () => (await import('./override-form.tsx')).OverrideForm);

export interface OverridePanelProps {
  readonly state: 'working' | 'off';
  readonly override: HoursOverride | null;
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly onStart: (kind: HoursOverride['kind'], until: Instant, reason: string) => Promise<Problem | null>;
  readonly onEnd: () => void;
}

/** The person's own word against the contract for a while. */
export function OverridePanel(props: OverridePanelProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { override, now, zone } = props;
  if (override !== null) {
    const moment = momentAhead(t, override.until, now, zone);
    return (
      <section class={styles.running}>
        <p>{t(`override.running.${override.kind}`, { moment })}</p>
        <Button onClick={props.onEnd}>{t('override.end')}</Button>
      </section>
    );
  }
  const kind = props.state === 'off' ? 'working-now' : 'off-now';
  return (
    <section class={styles.panel}>
      <Button expanded={open} onClick={() => setOpen(!open)}>
        {t(`override.start.${kind}`)}
      </Button>
      {open && <OverrideForm {...props} kind={kind} onDone={() => setOpen(false)} />}
    </section>
  );
}
