import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FlexibleGroupFields } from './flexible-group-fields.tsx';
import styles from './free-fields.module.css';
import { type FlexibleGroup, flexiblePlaceOf, NEW_FLEXIBLE, WEEKDAYS, withDay } from './free-form.ts';

interface FlexibleFieldsProps {
  readonly groups: readonly FlexibleGroup[];
  readonly problem: Problem | null;
  /** `what` names the field that was typed into; null is a step of its own. */
  readonly onChange: (groups: readonly FlexibleGroup[], what: string | null) => void;
}

/** Flexible hours: one set of fields for all days that are alike, and a further one for those that differ. */
export function FlexibleFields({ groups, problem, onChange }: FlexibleFieldsProps) {
  const t = useText();
  const part = useRef<HTMLDivElement>(null);
  const place = problem === null ? null : flexiblePlaceOf(groups, problem.field);
  const error = problem === null ? '' : t.problem(problem);

  // The new group's fields are not there yet while the button is pressed.
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    part.current?.querySelector<HTMLElement>('[data-group]:last-of-type input')?.focus();
  });

  const add = (): void => {
    added.current = true;
    const like = groups.at(-1) ?? NEW_FLEXIBLE[0];
    if (like !== undefined) onChange([...groups, { ...like, days: [] }], null);
  };
  const remove = (index: number): void => {
    onChange(groups.toSpliced(index, 1), null);
    part.current?.focus({ preventScroll: true });
  };

  return (
    <div class={styles.fields} ref={part} tabIndex={-1}>
      {groups.map((group, index) => (
        <FlexibleGroupFields
          key={index}
          group={group}
          error={place?.index === index ? { part: place.part, sentence: error } : null}
          onChange={(changed, what) => onChange(groups.with(index, changed), `group ${index} ${what}`)}
          onToggle={(day) => onChange(withDay(groups, index, day), null)}
          onRemove={groups.length > 1 ? () => remove(index) : null}
        />
      ))}
      {groups.length < WEEKDAYS.length && (
        <ButtonRow>
          <Button onClick={add}>{t('hours.flexible-add')}</Button>
        </ButtonRow>
      )}
    </div>
  );
}
