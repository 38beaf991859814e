import type { Treatment } from '../../utils/core/contact/types.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';

const TREATMENTS = ['hold', 'flag', 'show'] as const satisfies readonly Treatment[];

interface TreatmentChoiceProps {
  readonly value: Treatment;
  readonly onChange: (treatment: Treatment) => void;
}

export function TreatmentChoice({ value, onChange }: TreatmentChoiceProps) {
  const t = useText();
  const options = TREATMENTS.map((treatment) => ({
    value: treatment,
    label: t(`treatment.word.${treatment}`),
    hint: t(`treatment.hint.${treatment}`),
  }));
  return <RadioGroup legend={t('treatment.title')} legendUnseen value={value} options={options} onChange={onChange} />;
}
