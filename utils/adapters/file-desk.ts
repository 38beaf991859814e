import { type Copy, logWithCopies } from '../app/log-with-copies.ts';
import type { Result } from '../core/result.ts';
import { systemClock } from './clock.ts';
import { withDatabase } from './database.ts';
import { createKeptFiles, type KeptFiles } from './kept-files.ts';

/** `logWithCopies` for our own pages: the bytes of a file are never sent to the background. */
export const loggedWithCopies = (
  copies: readonly Copy[],
  log: () => Promise<Result<number>>,
): Promise<Result<number>> =>
  copies.length === 0 ? log() : withFiles((files) => logWithCopies({ clock: systemClock, files }, copies, log));

/** The hashes of all kept copies. */
export const keptHashes = (): Promise<ReadonlySet<string>> => withFiles(async (files) => new Set(await files.hashes()));

const withFiles = <T>(work: (files: KeptFiles) => Promise<T>): Promise<T> =>
  withDatabase((db) => work(createKeptFiles(db)));
