import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface UnwatchedApp {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
}

export interface WatchWarningsProps {
  readonly unwatched: readonly UnwatchedApp[];
  readonly logBroken: boolean;
  readonly onAllow: (origins: readonly string[]) => void;
}

/** What is not working as the person believes it is. A missing permission is a normal state, said calmly. */
export function WatchWarnings({ unwatched, logBroken, onAllow }: WatchWarningsProps) {
  const t = useText();
  const names = new Intl.ListFormat(t.language);
  const origins = [...new Set(unwatched.flatMap((app) => app.origins))];
  return (
    <>
      {logBroken && <Notice kind="care">{t('log.broken')}</Notice>}
      {unwatched.length > 0 && (
        <Notice kind="care" action={<Button onClick={() => onAllow(origins)}>{t('watch.allow')}</Button>}>
          {t('watch.not-watching', { apps: names.format(unwatched.map((app) => makeVisible(app.name, 60))) })}
        </Notice>
      )}
    </>
  );
}
