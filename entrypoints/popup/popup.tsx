import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useLive } from '../../components/page/use-live.ts';
import { PopupView } from '../../components/popup/popup-view.tsx';
import { later } from '../../components/ui/later.tsx';
import type { HeldItem } from '../../utils/core/contact/types.ts';
import type { HoursOverride } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { send } from '../../utils/messages/send.ts';
import type { Status } from '../../utils/messages/types.ts';
import { readContacts } from './contacts.ts';

/** Most people's hours stay where they are: they never load this. */
const Travel = later(async () => (await import('./travel.tsx')).Travel);
const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface PopupProps {
  readonly status: Status;
  readonly onNews: (again: () => void) => () => void;
}

export function Popup({ status, onNews }: PopupProps) {
  const contacts = useLive(readContacts, onNews).value ?? [];
  const mayTravel = status.settings.employments.some(({ zoneRule }) => zoneRule === 'worker-local');
  const [revealed, setRevealed] = useState(false);
  const [held, setHeld] = useState<readonly HeldItem[] | null>(null);

  // What was never revealed is not read.
  useEffect(() => {
    if (!revealed) return;
    const read = (): void => void readHeld().then(setHeld);
    read();
    return onNews(read);
  }, [revealed, onNews]);

  return (
    <PopupView
      status={status}
      held={held}
      contacts={contacts}
      deviceZone={DEVICE_ZONE}
      travel={mayTravel && <Travel status={status} deviceZone={DEVICE_ZONE} />}
      onReveal={() => setRevealed(true)}
      onOpen={(id) => void openHeld(held, id)}
      onDismiss={(ids) => void send('held.dismiss', { ids })}
      onStart={startOverride}
      onEnd={() => void send('override.end', null)}
      onCareStart={() => void send('care.start', null)}
      onCareEnd={() => void send('care.end', null)}
      onCopy={copy}
      onAllow={allow}
      onLock={() => {
        setHeld(null);
        void import('../../utils/adapters/vault-desk.ts').then(({ lock }) => lock());
      }}
      onSetUp={() => openPage('/welcome.html')}
      onLog={() => openPage('/log.html')}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
    />
  );
}

async function readHeld(): Promise<readonly HeldItem[]> {
  const held = await send('held.read', null);
  return held.some(({ sealed }) => sealed) ? (await import('../../utils/adapters/held-desk.ts')).readHeld() : held;
}

function openHeld(held: readonly HeldItem[] | null, id: string): Promise<null> {
  const { origin = '' } = held?.find((item) => item.id === id) ?? {};
  return send('held.open', { id, origin });
}

async function startOverride(kind: HoursOverride['kind'], until: Instant, reason: string): Promise<Problem | null> {
  const result = await send('override.start', { kind, until, reason });
  return result.ok ? null : result.problem;
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** Asks at once, within the click. The popup may be gone when the answer comes: the background hears of it by itself. */
function allow(origins: readonly string[]): void {
  void browser.permissions.request({ origins: [...origins] }).then(() => send('sites.refresh', null));
}

function openPage(path: '/welcome.html' | '/log.html'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) }).then(() => window.close());
}
