import { makeVisible } from '../../utils/core/text/visible.ts';

const DEFAULT_LENGTH = 160;

/** Text that a web page gave us: always a text node, isolated from its surroundings, with its controls made visible. */
export function Captured({ text, maxLength = DEFAULT_LENGTH }: { readonly text: string; readonly maxLength?: number }) {
  return <bdi>{makeVisible(text, maxLength)}</bdi>;
}
