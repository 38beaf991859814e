import { useId, useState } from 'preact/hooks';
import type { FileMark } from '../../utils/core/log/types.ts';
import type { HashFile } from '../manual/file-marks.tsx';
import { FileWords } from '../manual/file-words.tsx';
import { useText } from '../text-context.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import styles from './annotate.module.css';

interface EntryFilesProps {
  readonly files: readonly FileMark[];
  /** SHA-256 of the files of which copies are kept. */
  readonly kept: ReadonlySet<string>;
  readonly onHash: HashFile;
}

type Found = 'same' | 'other' | 'unread';

/** The files that an entry names, and a way to see whether a file is one of them. Nothing where it names none. */
export function EntryFiles({ files, kept, onHash }: EntryFilesProps) {
  const t = useText();
  const id = useId();
  const [found, setFound] = useState<Found | null>(null);
  if (files.length === 0) return null;

  const check = async (file: File): Promise<void> => {
    setFound(null);
    try {
      const { sha256 } = await onHash(file);
      setFound(files.some((mark) => mark.sha256 === sha256) ? 'same' : 'other');
    } catch (error) {
      console.error(error);
      setFound('unread');
    }
  };

  return (
    <div class={styles.annotate}>
      <p class={styles.soft}>{t('annotate.files')}</p>
      <ul>
        {files.map((mark) => (
          <li key={mark.sha256}>
            <FileWords mark={mark} /> {kept.has(mark.sha256) && t('annotate.file-copy')}
          </li>
        ))}
      </ul>
      <label for={id}>{t('annotate.file-check')}</label>
      <input
        id={id}
        type="file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void check(file);
        }}
      />
      {found === 'unread' && <FieldError>{t.problem({ code: 'manual.file', field: 'files' })}</FieldError>}
      {(found === 'same' || found === 'other') && (
        <Notice kind={found === 'same' ? 'good' : 'care'} live>
          {t(`annotate.file-${found}`)}
        </Notice>
      )}
    </div>
  );
}
