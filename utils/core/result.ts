/**
 * A mistake of the input, not of the program: `code` is the key `error.<code>` of the text catalogue, `field` names the
 * place in the input, `values` fill the sentence's placeholders.
 */
export interface Problem {
  readonly code: string;
  readonly field: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: string, field: string, values?: Problem['values']): Result<never> => ({
  ok: false,
  problem: values === undefined ? { code, field } : { code, field, values },
});
