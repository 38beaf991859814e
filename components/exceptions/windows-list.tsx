import { useState } from 'preact/hooks';
import type { Employment, WindowsVersion } from '../../utils/core/hours/types.ts';
import { fail, type Problem } from '../../utils/core/result.ts';
import { isLocalDate } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { dayAfter } from './days-of.ts';
import listStyles from './exception-list.module.css';
import formStyles from './form.module.css';
import { without } from './lists.ts';
import { Mark } from './mark.tsx';
import type { Changes } from './use-changes.ts';
import { windowSentence } from './window-sentences.ts';
import { endedOn } from './windows.ts';

interface WindowsListProps {
  readonly employment: Employment;
  readonly today: LocalDate;
  readonly changes: Pick<Changes, 'changeWindows' | 'refuse'>;
  /** Called when a row changed or went away, and the pressed button with it. */
  readonly onGone: () => void;
}

/** What returns every week beside the hours, one sentence each. */
export function WindowsList({ employment, today, changes, onGone }: WindowsListProps) {
  const t = useText();
  const [ending, setEnding] = useState<WindowsVersion | null>(null);
  const windows = employment.windows ?? [];
  if (windows.length === 0) return <p class={listStyles.none}>{t('exceptions.windows-none')}</p>;

  const remove = async (window: WindowsVersion, sentence: string): Promise<void> => {
    const said = t('exceptions.removed', { what: sentence });
    const problem = await changes.changeWindows((now) => without(now, [window]), said);
    if (problem !== null) changes.refuse(problem);
    else onGone();
  };
  const end = async (window: WindowsVersion, last: LocalDate): Promise<Problem | null> => {
    const ended = endedOn(window, dayAfter(last));
    const said = t('exceptions.ended', { what: windowSentence(t, ended) });
    const refused = await changes.changeWindows((now) => replaced(now, window, ended), said);
    if (refused !== null) return refused;
    setEnding(null);
    onGone();
    return null;
  };

  return (
    <ul class={listStyles.list}>
      {windows.map((window) => {
        const sentence = windowSentence(t, window);
        return (
          <li key={JSON.stringify(window)} class={listStyles.row}>
            <Mark kind={window.kind} />
            <span>{sentence}</span>
            <div class={listStyles.actions}>
              <Button
                look="quiet"
                label={t('exceptions.end-one', { what: sentence })}
                expanded={ending === window}
                onClick={() => setEnding(ending === window ? null : window)}
              >
                {t('exceptions.end-it')}
              </Button>
              <Button
                look="quiet"
                label={t('exceptions.remove-one', { what: sentence })}
                onClick={() => void remove(window, sentence)}
              >
                {t('exceptions.remove')}
              </Button>
            </div>
            {ending === window && (
              <div class={listStyles.more}>
                <EndForm window={window} today={today} onEnd={(last) => end(window, last)} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const replaced = (now: readonly WindowsVersion[], window: WindowsVersion, ended: WindowsVersion) =>
  [...without(now, [window]), ended].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

interface EndFormProps {
  readonly window: WindowsVersion;
  readonly today: LocalDate;
  readonly onEnd: (last: LocalDate) => Promise<Problem | null>;
}

/** Ending keeps what was: entries of earlier days stay judged as they were. */
function EndForm({ window, today, onEnd }: EndFormProps) {
  const t = useText();
  const [last, setLast] = useState(today < window.validFrom ? window.validFrom : today);
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = async (): Promise<void> => setProblem(lastDayProblem(last, window) ?? (await onEnd(last)));
  return (
    <form
      class={formStyles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void end();
      }}
    >
      <TextField
        label={t('exceptions.window-last')}
        type="date"
        value={last}
        onInput={(text) => {
          setLast(text);
          setProblem(null);
        }}
        error={problem === null ? null : t.problem(problem)}
      />
      <ButtonRow>
        <Button type="submit">{t('exceptions.end-confirm')}</Button>
      </ButtonRow>
    </form>
  );
}

function lastDayProblem(last: LocalDate, { validFrom }: WindowsVersion): Problem | null {
  const read = !isLocalDate(last)
    ? fail('hours.date-invalid', 'validUntil', { date: last })
    : last < validFrom
      ? fail('hours.last-before-first', 'validUntil')
      : null;
  return read === null || read.ok ? null : read.problem;
}
