import type { ZoneName } from '../../utils/core/time/instant.ts';

const KEY = 'travel-not-now';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The zone of the device in which the person does not want to be asked whether they travelled. */
export interface NotNow {
  zone(): ZoneName | null;
  keep(zone: ZoneName): void;
  /** Back home: the next journey is a new one, also to the same place. */
  forget(): void;
}

/** Where the browser keeps nothing, the question comes back with the next popup. `open` may throw. */
export function notNowIn(open: () => Store): NotNow {
  const tried = <T>(work: (store: Store) => T): T | null => {
    try {
      return work(open());
    } catch {
      return null;
    }
  };
  return {
    zone: () => tried((store) => store.getItem(KEY)),
    keep: (zone) => tried((store) => store.setItem(KEY, zone)),
    forget: () => tried((store) => store.removeItem(KEY)),
  };
}
