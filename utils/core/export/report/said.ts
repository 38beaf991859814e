import { ANNOTATION_FIELDS } from '../../log/annotation.ts';
import type { Said } from '../../log/said.ts';
import type { FileMark } from '../../log/types.ts';
import type { Text } from '../../text/text.ts';
import type { Collected } from './collect.ts';
import { captured, type Html, html, joined, type Piece } from './html.ts';

const WORDS_SHOWN = 400;
const NAME_SHOWN = 100;
/** Corrected lines that the cover names. */
const MOST_NAMED = 20;

/** What the person says of an entry, beside it; null where they say nothing of it, or withhold it. */
export function saidPiece(t: Text, said: Said | undefined, attached: Collected['attached']): Html | null {
  if (said === undefined) return null;
  const { annotation, corrections, files } = said;
  const facts = ANNOTATION_FIELDS.flatMap((field) => {
    const value = annotation[field];
    if (value === undefined) return [];
    return [html`<span>${t(`annotate.field.${field}`)}: ${saidValue(t, field, value)}</span>`];
  });
  const wrongs = corrections.map(
    ({ seq, content }) =>
      html`<span class="strong">${t('report.said.corrected', { line: `${seq}` })}</span>${wrongOf(t, content)}`,
  );
  if (facts.length + wrongs.length + files.length === 0) return null;
  return html`<span class="content">${wrongs}${facts.length + files.length === 0 ? null : html`<span class="soft">${t('report.said.title')}</span>`}${joined(facts)}${filePieces(t, files, attached)}</span>`;
}

/** Of each file its length, hash and name, and where it is. */
export const filePieces = (t: Text, files: readonly FileMark[], attached: Collected['attached']): readonly Html[] =>
  files.map(({ sha256, bytes, name }) => {
    const path = attached.get(sha256);
    const where = path === undefined ? t('report.entries.file-kept') : t('report.entries.file-here', { path });
    return html`<span class="soft small">${t('report.entries.file', { bytes })} <code>${captured(sha256, 64)}</code>${name === undefined ? null : html` “${captured(name, NAME_SHOWN)}”`}: ${where}</span>`;
  });

function saidValue(t: Text, field: string, value: string | number): Piece {
  if (typeof value === 'number') return value;
  return t.lookUp(`annotate.${field}.${value}`) ?? captured(value, WORDS_SHOWN);
}

function wrongOf(t: Text, content: Said['corrections'][number]['content']): Html | null {
  const { wrong, words } = content ?? {};
  if (wrong === undefined) return null;
  const reason = t.lookUp(`annotate.wrong.${wrong}`) ?? captured(wrong);
  return html`<span>${reason}${words === undefined ? null : html`: “${captured(words, WORDS_SHOWN)}”`}</span>`;
}

/** Which lines the person says are wrong, for the cover; null where there are none. */
export function correctionsText(t: Text, { said }: Pick<Collected, 'said'>): string | null {
  const lines = [...said].filter(([, { corrections }]) => corrections.length > 0).map(([line]) => line);
  if (lines.length === 0) return null;
  const named = lines.toSorted((a, b) => a - b).slice(0, MOST_NAMED);
  const more = lines.length > named.length ? ' …' : '';
  return t('report.cover.corrected', { count: lines.length, lines: `${named.join(', ')}${more}` });
}
