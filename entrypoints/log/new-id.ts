import { randomBytes } from '../../utils/adapters/crypto.ts';
import { hex } from '../../utils/core/log/bytes.ts';

const ID_BYTES = 16;

/**
 * An id for what is sent: the same one as long as the same is sent again, since the first may have been written although
 * no answer came; another one for anything else.
 */
export function idsFor(): { readonly of: (content: unknown) => string; readonly done: () => void } {
  let last: { readonly content: string; readonly id: string } | null = null;
  return {
    of(content) {
      const text = JSON.stringify(content);
      if (last?.content !== text) last = { content: text, id: hex(randomBytes(ID_BYTES)) };
      return last.id;
    },
    done() {
      last = null;
    },
  };
}
