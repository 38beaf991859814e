/** The log is sealed under a passphrase, and nobody has typed it in. */
export class LockedError extends Error {
  constructor() {
    super('the log is locked');
    this.name = 'LockedError';
  }
}
