import { type LogFilter, NO_FILTER } from '../../utils/core/insight/filter.ts';

/** In the tab's own memory: in the address, what was searched for would stay in the browser's history. */
const KEY = 'log.filter';

/** The filter of this tab before it was loaded anew. What does not read as one is forgotten. */
export function readKeptFilter(): LogFilter {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const fields = typeof kept === 'object' && kept !== null ? { ...kept } : {};
    const fitting = Object.entries(fields).filter(
      ([name, value]) => Object.hasOwn(NO_FILTER, name) && typeof value === typeof NO_FILTER[name as keyof LogFilter],
    );
    return { ...NO_FILTER, ...Object.fromEntries(fitting) };
  } catch {
    return NO_FILTER;
  }
}

export function keepFilter(filter: LogFilter): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(filter));
  } catch {
    // A browser that keeps nothing: the filter lasts as long as the page.
  }
}
