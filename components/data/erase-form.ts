import type { EraseChoice } from '../../utils/core/log/erase.ts';
import type { PrivateParts } from '../../utils/core/log/private-parts.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { instantOf, isLocalDate } from '../../utils/core/time/zones.ts';

/** What is typed and chosen, as it stands in the fields. */
export interface EraseForm {
  readonly by: 'sender' | 'app' | 'before' | 'entry';
  /** Place among the known senders. */
  readonly sender: string;
  readonly app: string;
  readonly before: string;
  readonly line: string;
}

export const EMPTY_FORM: EraseForm = { by: 'sender', sender: '0', app: '', before: '', line: '' };

/** Codes: `erase.nothing`, `erase.date`, `erase.line`; the field is that of the form. */
export function choiceOf(form: EraseForm, { senders, apps }: PrivateParts, zone: ZoneName): Result<EraseChoice> {
  switch (form.by) {
    case 'sender': {
      const sender = senders[Number(form.sender)];
      return sender === undefined
        ? fail('erase.nothing', 'sender')
        : ok({ by: 'sender', app: sender.app, who: sender.who });
    }
    case 'app': {
      const app = apps.find((id) => id === form.app) ?? apps[0];
      return app === undefined ? fail('erase.nothing', 'app') : ok({ by: 'app', app });
    }
    case 'before':
      if (!isLocalDate(form.before)) return fail('erase.date', 'before');
      return ok({ by: 'before', at: instantOf(form.before, 0, zone) });
    case 'entry': {
      if (!/^[1-9]\d{0,8}$/u.test(form.line.trim())) return fail('erase.line', 'line');
      return ok({ by: 'entry', seq: Number(form.line) });
    }
  }
}
