/** The catalogue's id behind the id of a chosen app: `slack` of `slack-2`, a second account of the same software. */
export const softwareOf = (id: string): string => id.replace(/-\d+$/, '');
