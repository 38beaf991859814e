import { useId, useState } from 'preact/hooks';
import type { FileMark } from '../../utils/core/log/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/choice.tsx';
import { FieldError } from '../ui/notice.tsx';
import { type ChosenFiles, checkChosen, withFile, withoutFile } from './chosen-files.ts';
import { FileWords } from './file-words.tsx';
import styles from './manual.module.css';

/** Reads a file through and keeps nothing of it. Rejects where it cannot be read. */
export type HashFile = (file: File, onBytes?: (done: number) => void) => Promise<FileMark>;

interface FileMarksProps {
  readonly value: ChosenFiles;
  /** Reading takes a while, in which the person goes on typing: changes are made to what is there then. */
  readonly onChange: (change: (before: ChosenFiles) => ChosenFiles) => void;
  readonly onHash: HashFile;
}

/** Files are chosen, hashed and let go: their fingerprints stay, and copies where the person says so. */
export function FileMarks({ value, onChange, onHash }: FileMarksProps) {
  const t = useText();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [percent, setPercent] = useState<number | null>(null);

  const add = async (files: readonly File[]): Promise<void> => {
    const checked = checkChosen(value, files);
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok) return;
    onChange((before) => ({ ...before, reading: true }));
    try {
      for (const file of files) {
        const mark = await onHash(file, (done) => setPercent(Math.floor((100 * done) / Math.max(file.size, 1))));
        onChange((before) => withFile(before, mark, file));
      }
    } catch (error) {
      console.error(error);
      setProblem({ code: 'manual.file', field: 'files' });
    }
    setPercent(null);
    onChange((before) => ({ ...before, reading: false }));
  };

  return (
    <div class={styles.group}>
      <label for={id}>{t('manual.files')}</label>
      <input
        id={id}
        type="file"
        multiple
        disabled={value.reading}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          void add(files);
        }}
      />
      <p id={`${id}-hint`} class={styles.soft}>
        {t('manual.files-hint')}
      </p>
      {percent !== null && <p class={styles.soft}>{t('manual.file-reading', { done: percent })}</p>}
      {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
      {value.chosen.length > 0 && (
        <>
          <ul class={styles.files}>
            {value.chosen.map(({ mark }) => (
              <li key={mark.sha256}>
                <FileWords mark={mark} />
                <Button
                  look="quiet"
                  label={`${t('manual.file-remove')}: ${makeVisible(mark.name ?? mark.sha256, 100)}`}
                  onClick={() => onChange((before) => withoutFile(before, mark.sha256))}
                >
                  {t('manual.file-remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Switch
            checked={value.keep}
            hint={t('manual.file-keep-hint')}
            onChange={(keep) => onChange((before) => ({ ...before, keep }))}
          >
            {t('manual.file-keep')}
          </Switch>
        </>
      )}
    </div>
  );
}
