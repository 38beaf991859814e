import type { Correction } from './correction.ts';

const EASTER_IS_A_SUNDAY =
  'Easter Sunday is no public holiday of its own there, only a Sunday; who works on Sundays works on it too.';

/** Ecuador: Saturday to Friday, Sunday to Monday. New Year and Christmas move at weekends only. */
const EC_WEEKEND = 'if saturday then previous friday if sunday then next monday';
/** Ecuador: besides, Tuesday to Monday, Wednesday and Thursday to Friday. */
const EC_MOVES = `${EC_WEEKEND} if tuesday then previous monday if wednesday,thursday then next friday`;

export const AMERICAS: readonly Correction[] = [
  {
    country: 'AR',
    statute: 'Ley 27.399, art. 6; Decreto 614/2025',
    note: 'In 2025 the 12 October fell on a Sunday and was moved to Friday 10 October.',
    rules: {
      '10-12 if tuesday,wednesday then previous monday if thursday,friday then next monday #2': {
        disable: ['2025-10-12'],
        enable: ['2025-10-10'],
      },
    },
  },
  {
    country: 'BR',
    statute: 'Lei 14.759/2023',
    note: '20 November is a national holiday since 2024 and was missing in states that had kept it before.',
    rules: {
      '11-20': {
        name: { pt: 'Dia Nacional de Zumbi e da Consciência Negra', en: 'Black Awareness Day' },
        active: [{ from: '2023-12-21' }],
      },
    },
  },
  {
    country: 'CA',
    statute: 'Canada Labour Code, s. 166',
    note: 'Without a province the list is that of federally regulated workplaces, of which five days were missing.',
    places: ['*'],
    rules: {
      'monday before 05-25': { name: { en: 'Victoria Day', fr: 'Fête de la Reine' } },
      '09-30 since 2021': { type: 'public' },
      '2nd monday after 10-01': { name: { en: 'Thanksgiving', fr: 'Action de grâce' } },
      '11-11': { name: { en: 'Remembrance Day', fr: 'Jour du Souvenir' } },
      '12-26': { name: { en: 'Boxing Day', fr: 'Lendemain de Noël' } },
    },
  },
  {
    country: 'CA',
    statute: 'Ontario, Employment Standards Act 2000, s. 1 ("public holiday")',
    note: 'Easter Monday is not one of the nine public holidays of Ontario.',
    places: ['ON'],
    rules: { 'easter 1': false },
  },
  {
    country: 'CL',
    statute: 'Ley 2.977, art. 1',
    note: `Holy Saturday was missing. ${EASTER_IS_A_SUNDAY}`,
    rules: {
      'easter -1': { name: { es: 'Sábado Santo', en: 'Holy Saturday', pt: 'Sábado de Aleluia' } },
      easter: false,
    },
  },
  {
    country: 'CO',
    statute: 'Ley 51 de 1983, art. 1',
    note: `The Ascension was called "La Asunción". ${EASTER_IS_A_SUNDAY}`,
    rules: {
      'easter 43': { name: { es: 'Ascensión del Señor', en: 'Ascension Day', pt: 'Ascensão do Senhor' } },
      easter: false,
    },
  },
  {
    country: 'CO',
    statute: 'Ley 2578 de 2026, art. 6',
    note: 'The July holiday that the list has from 2026 on is real; it is given its name in the statute.',
    rules: {
      'monday after 07-09 since 2026': {
        name: {
          es: 'Día de Nuestra Señora del Rosario de Chiquinquirá',
          en: 'Our Lady of the Rosary of Chiquinquirá',
        },
      },
    },
  },
  {
    country: 'CR',
    statute: 'Código de Trabajo, art. 148 (Ley 9803 de 2020, Ley 10050 de 2021)',
    note: '12 October is no holiday any more; 31 August and 1 December are.',
    rules: {
      '10-12 if monday then previous friday': false,
      '08-31': {
        name: {
          es: 'Día de la Persona Negra y la Cultura Afrocostarricense',
          en: 'Black Person and Afro-Costa Rican Culture Day',
        },
      },
      '12-01': { name: { es: 'Día de la Abolición del Ejército', en: 'Army Abolition Day' } },
    },
  },
  {
    country: 'EC',
    statute:
      'Código del Trabajo, art. 65, as changed by the Ley Orgánica Reformatoria a la LOSEP y al Código del Trabajo (R.O. Supl. 906, 20 December 2016)',
    note: 'Guayaquil stood on 10 September instead of 9 October, no day moved, and Maundy Thursday was a holiday.',
    rules: {
      'easter -3': false,
      '01-01': false,
      '05-01': false,
      '05-24': false,
      '08-10': false,
      '09-10': false,
      '11-02': false,
      '11-03': false,
      '12-25': false,
      [`01-01 ${EC_WEEKEND}`]: { name: { es: 'Año Nuevo', en: "New Year's Day", pt: 'Ano Novo' } },
      [`05-01 ${EC_MOVES}`]: { name: { es: 'Día del Trabajador', en: 'Labour Day', pt: 'Dia do Trabalhador' } },
      [`05-24 ${EC_MOVES}`]: { name: { es: 'Batalla de Pichincha', en: 'Battle of Pichincha' } },
      [`08-10 ${EC_MOVES}`]: {
        name: { es: 'Primer Grito de Independencia', en: 'First Cry of Independence' },
      },
      [`10-09 ${EC_MOVES}`]: { name: { es: 'Independencia de Guayaquil', en: 'Independence of Guayaquil' } },
      // The two days in a row have a rule of their own: never both on one day, always next to a weekend.
      '11-02 if saturday then previous friday if sunday then next tuesday if wednesday then next friday': {
        name: { es: 'Día de los Difuntos', en: "All Souls' Day", pt: 'Dia de Finados' },
      },
      '11-03 if sunday then next monday if saturday then previous thursday if wednesday then previous monday': {
        name: { es: 'Independencia de Cuenca', en: 'Independence of Cuenca' },
      },
      [`12-25 ${EC_WEEKEND}`]: { name: { es: 'Navidad', en: 'Christmas Day', pt: 'Natal' } },
    },
  },
  {
    country: 'MX',
    statute: 'Ley Federal del Trabajo, art. 74 fr. VII (D.O.F. 30-09-2024)',
    note: 'The change of government every six years is on 1 October, no longer on 1 December.',
    rules: {
      '12-01 every 6 years since 1934': false,
      '10-01 every 6 years since 2024': {
        name: { es: 'Transmisión del Poder Ejecutivo Federal', en: 'Change of Federal Government' },
      },
    },
  },
  {
    country: 'PE',
    statute: 'Decreto Legislativo 713, art. 6',
    note: EASTER_IS_A_SUNDAY,
    rules: { easter: false },
  },
  {
    country: 'SV',
    statute: 'Código de Trabajo, art. 190',
    note: '1 January, 10 May and 17 June are paid days off and were not marked as such.',
    rules: { '01-01': { type: 'public' }, '05-10': { type: 'public' }, '06-17': { type: 'public' } },
  },
  {
    country: 'UY',
    statute: 'Ley 12.590, art. 18; Decreto 120/985 (1 March)',
    note: 'Holy Week is no paid holiday ("feriado no laborable"). The change of president every five years is.',
    rules: {
      'easter -3': false,
      'easter -2': false,
      '03-01 every 5 years since 2025': { name: { es: 'Transmisión del mando presidencial', en: 'Inauguration Day' } },
    },
  },
];
