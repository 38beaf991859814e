import type { HolidayFile, HolidayIndex } from '../../utils/core/holidays/types.ts';
import type { Result } from '../../utils/core/result.ts';

/** Where public holidays come from; nothing is read before it is asked for. */
export interface HolidaySource {
  readonly index: () => Promise<Result<HolidayIndex>>;
  /** ISO 3166-1 alpha-2. */
  readonly country: (code: string) => Promise<Result<HolidayFile>>;
  /** Address of the page in the package that names whom the dates are owed to, country by country. */
  readonly sources: string;
}
