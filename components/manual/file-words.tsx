import type { FileMark } from '../../utils/core/log/types.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';

const DIGITS_SHOWN = 16;

/** Its name, length and fingerprint. */
export function FileWords({ mark: { sha256, bytes, name } }: { readonly mark: FileMark }) {
  const t = useText();
  return (
    <span>
      {name !== undefined && (
        <>
          <Captured text={name} maxLength={100} />
          {' · '}
        </>
      )}
      {t('manual.file', { bytes, digest: `${sha256.slice(0, DIGITS_SHOWN)}…` })}
    </span>
  );
}
