import type { Employment } from '../../utils/core/hours/types.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { SelectField } from '../ui/field.tsx';
import { zoneOptions } from './zone-names.ts';

type Choice = Pick<Employment, 'zone' | 'zoneRule'>;

interface ZoneFieldProps extends Choice {
  readonly zones: readonly ZoneName[];
  readonly onChange: (part: Partial<Choice>) => void;
  readonly error: string | null;
}

/** Whose clock the hours mean, and whether they travel with the person. */
export function ZoneField({ zone, zoneRule, zones, onChange, error }: ZoneFieldProps) {
  const t = useText();
  const all = zones.includes(zone) ? zones : [zone, ...zones];
  const options = zoneOptions(all);
  return (
    <>
      <SelectField
        label={t('hours.zone')}
        hint={t('hours.zone-hint')}
        value={zone}
        options={options}
        onChange={(chosen) => onChange({ zone: chosen })}
        error={error}
      />
      <RadioGroup
        legend={t('hours.zone-rule')}
        value={zoneRule}
        options={[
          { value: 'fixed', label: t('hours.zone-rule.fixed') },
          {
            value: 'worker-local',
            label: t('hours.zone-rule.worker-local'),
            hint: t('hours.zone-rule.worker-local-hint'),
          },
        ]}
        onChange={(rule) => onChange({ zoneRule: rule })}
      />
    </>
  );
}
