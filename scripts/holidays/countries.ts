/** The countries whose right to disconnect the project knows; subdivisions and the European Union have none of their own. */
export const COUNTRIES = [
  ...['AR', 'AU', 'BE', 'BG', 'BO', 'BR', 'CA', 'CL', 'CN', 'CO', 'CR', 'CY', 'DE', 'EC', 'ES', 'FR', 'GB', 'GR', 'HR'],
  ...['ID', 'IE', 'IN', 'IT', 'JP', 'KE', 'KR', 'KZ', 'LU', 'MX', 'NZ', 'PA', 'PE', 'PH', 'PT', 'PY', 'SI', 'SK', 'SV'],
  ...['TH', 'TW', 'US', 'UY', 'ZA'],
] as const;

export type Country = (typeof COUNTRIES)[number];

export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2032;
export const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** Languages of the interface; every name is given in them where `date-holidays` has it. */
export const OUR_LANGUAGES = ['en', 'es', 'pt'] as const;
