import { type LogReader, openLogReader } from '../../utils/adapters/log-reader.ts';

let opened: Promise<LogReader> | undefined;

/** One connection for the life of the page. */
export function reader(): Promise<LogReader> {
  opened ??= openLogReader();
  return opened;
}
