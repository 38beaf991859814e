import { useState } from 'preact/hooks';
import type { HoursOverride, Verdict } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { momentAhead } from '../../utils/core/text/dates.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import styles from './override-panel.module.css';

const OverrideForm = later(async () => (await import('./override-form.tsx')).OverrideForm);

export interface OverridePanelProps {
  readonly state: Verdict['kind'];
  readonly override: HoursOverride | null;
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly onStart: (kind: HoursOverride['kind'], until: Instant, reason: string) => Promise<Problem | null>;
  readonly onEnd: () => void;
}

/** The person's own word against the contract for a while. */
export function OverridePanel(props: OverridePanelProps) {
  const t = useText();
  const [open, setOpen] = useState<HoursOverride['kind'] | null>(null);
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
  return (
    <section class={styles.panel}>
      {kindsFrom(props.state).map((kind) => (
        <Button key={kind} expanded={open === kind} onClick={() => setOpen(open === kind ? null : kind)}>
          {t(`override.start.${kind}`)}
        </Button>
      ))}
      {open !== null && <OverrideForm {...props} key={open} kind={open} onDone={() => setOpen(null)} />}
    </section>
  );
}

/** Whoever stands by may be called in, or handed the duty over. */
function kindsFrom(state: Verdict['kind']): readonly HoursOverride['kind'][] {
  if (state === 'on-call') return ['working-now', 'off-now'];
  return [state === 'off' ? 'working-now' : 'off-now'];
}
