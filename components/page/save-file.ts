/** Enough for any browser to have begun reading the file. */
const KEEP_MS = 60_000;

/** Hands a file to the person by a download link, which needs no permission. */
export function saveFile(name: string, parts: readonly BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
