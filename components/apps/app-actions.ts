import type { Settings } from '../../utils/core/settings/types.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { type NewApp, originsOf, originsToGiveBack, withApp, withoutApp } from './choose.ts';

/** Permissions are the browser's; it lets us ask only while a click is being handled. */
export interface PermissionPorts {
  readonly ask: (origins: string[]) => Promise<boolean>;
  readonly giveBack: (origins: string[]) => Promise<unknown>;
  /** Tells the background that permissions may have changed. */
  readonly refresh: () => Promise<unknown>;
}

export interface AppActions {
  readonly onAdd: (app: NewApp) => void;
  readonly onAllow: (origins: readonly string[]) => void;
  readonly onRemove: (id: string) => void;
}

export function appActions(ports: PermissionPorts, save: SaveSettings, settings: Settings): AppActions {
  // Asking comes first and unawaited: a browser that no longer sees the click refuses. A declined app stays chosen.
  const askFirst = (origins: string[], then: () => Promise<unknown>): void => {
    const asked = ports.ask(origins).catch(() => false);
    void then()
      .then(() => asked)
      .then(ports.refresh);
  };
  return {
    onAdd(app) {
      const employment = settings.employments[0]?.id;
      if (employment === undefined) return;
      askFirst(originsOf(app.patterns), () => save((settled) => withApp(settled, app, employment)));
    },
    onAllow(origins) {
      askFirst([...origins], async () => null);
    },
    onRemove(id) {
      const origins = originsToGiveBack(settings, id);
      void save((settled) => withoutApp(settled, id))
        .then((problem) => (problem === null && origins.length > 0 ? ports.giveBack(origins) : null))
        .then(ports.refresh);
    },
  };
}
