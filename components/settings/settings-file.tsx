import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { MAX_FILE_LENGTH } from '../../utils/core/settings/json-text.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';

/** A character takes up to four bytes: what is larger than this is too long for sure and not even read. */
const MAX_FILE_BYTES = 4 * MAX_FILE_LENGTH;

export interface SettingsFileProps {
  readonly onExport: () => void;
  readonly onImport: (text: string) => Promise<Problem | null>;
}

export function SettingsFile({ onExport, onImport }: SettingsFileProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);

  const read = async (file: File): Promise<void> => {
    setDone(false);
    const tooBig: Problem = { code: 'settings.file-too-big', field: '' };
    const refused = file.size > MAX_FILE_BYTES ? tooBig : await onImport(await file.text());
    setProblem(refused);
    setDone(refused === null);
  };

  return (
    <>
      <ButtonRow>
        <Button onClick={onExport}>{t('file.export')}</Button>
        <Button onClick={() => input.current?.click()}>{t('file.import')}</Button>
      </ButtonRow>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t('file.import')}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      {problem !== null && <FieldError>{refusal(t, problem)}</FieldError>}
      {done && (
        <Notice kind="good" live>
          {t('file.imported')}
        </Notice>
      )}
    </>
  );
}

function refusal(t: Text, problem: Problem): string {
  const sentence = t.problem(problem);
  if (problem.field === '') return t('file.refused-whole', { sentence });
  return t('file.refused', { field: makeVisible(problem.field, 120), sentence });
}
