import { useId, useState } from 'preact/hooks';
import { MOST_FILES } from '../../utils/core/contact/manual.ts';
import type { FileMark } from '../../utils/core/log/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './manual.module.css';

interface FileMarksProps {
  readonly value: readonly FileMark[];
  readonly onChange: (files: readonly FileMark[]) => void;
  /** Reads a file through, and keeps nothing of it. */
  readonly onHash: (file: File) => Promise<FileMark>;
}

const DIGITS_SHOWN = 16;

/** Files are chosen, hashed and let go: their fingerprints stay. */
export function FileMarks({ value, onChange, onHash }: FileMarksProps) {
  const t = useText();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);

  const add = async (chosen: readonly File[]): Promise<void> => {
    if (value.length + chosen.length > MOST_FILES) {
      setProblem({ code: 'manual.too-many-files', field: 'files', values: { most: MOST_FILES } });
      return;
    }
    try {
      const marks = [...value];
      for (const file of chosen) {
        const mark = await onHash(file);
        if (!marks.some(({ sha256 }) => sha256 === mark.sha256)) marks.push(mark);
      }
      setProblem(null);
      onChange(marks);
    } catch (error) {
      console.error(error);
      setProblem({ code: 'manual.file', field: 'files' });
    }
  };

  return (
    <div class={styles.group}>
      <label for={id}>{t('manual.files')}</label>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          void add(chosen);
        }}
      />
      <p id={`${id}-hint`} class={styles.soft}>
        {t('manual.files-hint')}
      </p>
      {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
      {value.length > 0 && (
        <ul class={styles.files}>
          {value.map(({ sha256, bytes }) => {
            const words = t('manual.file', { bytes, digest: `${sha256.slice(0, DIGITS_SHOWN)}…` });
            return (
              <li key={sha256}>
                <span>{words}</span>
                <Button
                  look="quiet"
                  label={`${t('manual.file-remove')}: ${words}`}
                  onClick={() => onChange(value.filter((one) => one.sha256 !== sha256))}
                >
                  {t('manual.file-remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
