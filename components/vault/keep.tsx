import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';

const MINUTE_MS = 60_000;

/** How long the log stays open after it was last read. */
const KEEPS = { short: 5 * MINUTE_MS, medium: 30 * MINUTE_MS, browser: null } as const;

export type Keep = keyof typeof KEEPS;
export const DEFAULT_KEEP: Keep = 'medium';

const NAMES = Object.keys(KEEPS) as Keep[];

export const keepMs = (keep: Keep): number | null => KEEPS[keep];
export const keepOf = (ms: number | null): Keep => NAMES.find((name) => KEEPS[name] === ms) ?? DEFAULT_KEEP;

interface KeepChoiceProps {
  readonly value: Keep;
  readonly onChange: (keep: Keep) => void;
}

export function KeepChoice({ value, onChange }: KeepChoiceProps) {
  const t = useText();
  return (
    <RadioGroup
      legend={t('vault.keep')}
      value={value}
      options={NAMES.map((name) => ({ value: name, label: t(`vault.keep.${name}`) }))}
      onChange={onChange}
    />
  );
}
