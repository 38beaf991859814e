import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { SelectField } from '../ui/field.tsx';

interface ZoneFieldProps {
  readonly zone: ZoneName;
  readonly zones: readonly ZoneName[];
  readonly onChange: (zone: ZoneName) => void;
  readonly error: string | null;
}

export function ZoneField({ zone, zones, onChange, error }: ZoneFieldProps) {
  const t = useText();
  const all = zones.includes(zone) ? zones : [zone, ...zones];
  const options = all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return (
    <SelectField
      label={t('hours.zone')}
      hint={t('hours.zone-hint')}
      value={zone}
      options={options}
      onChange={onChange}
      error={error}
    />
  );
}
