import { ok, type Result } from '../../utils/core/result.ts';
import { readRecipient } from '../../utils/core/seal/keys.ts';

/** Whether the file is sealed, and for whom. It lives as long as the wizard: nothing of it is kept. */
export interface SealValue {
  /** Does the employer own or manage this computer? */
  readonly machine: 'unsaid' | 'yes' | 'no';
  readonly on: boolean;
  readonly key: string;
}

export const NOT_SEALED: SealValue = { machine: 'unsaid', on: false, key: '' };

/** On a computer of the employer a file is sealed unless the person says otherwise. */
export const withMachine = (value: SealValue, machine: SealValue['machine']): SealValue => ({
  ...value,
  machine,
  on: machine === 'yes' || value.on,
});

/** The delegate's key, null where the file is not sealed. Codes: those of `readRecipient`. */
export const recipientOf = ({ on, key }: SealValue): Result<Uint8Array | null> => (on ? readRecipient(key) : ok(null));
