import type { Correction } from './correction.ts';

/** Taiwan: a holiday on a Saturday gives the Friday too, one on a Sunday the Monday. */
const TW_MOVES = 'and if Saturday then previous Friday if Sunday then next Monday';
const TW_BEFORE = 'and if Sunday then next Monday';

/** The day before New Year's Eve, a day off since 2026. */
const TW_LITTLE_EVES = [
  '2026-02-15',
  '2027-02-04',
  '2028-01-24',
  '2029-02-11',
  '2030-02-01',
  '2031-01-21',
  '2032-02-09',
];
const TW_LITTLE_EVE = {
  name: { zh: '小年夜', en: "Day before Lunar New Year's Eve", es: 'Antevíspera del Año Nuevo lunar' },
};
/** Working days that make up for a new year on a weekend, and for 4 and 5 April where they meet or lie on one. */
const TW_RESTS = [
  ...['2024-02-13', '2024-02-14', '2026-02-20', '2027-02-09', '2027-02-10', '2029-02-16'],
  ...['2030-02-06', '2030-02-07', '2031-01-27'],
  ...['2024-04-05', '2025-04-03', '2026-04-03', '2026-04-06', '2027-04-06', '2028-04-03', '2029-04-03', '2031-04-03'],
  '2032-04-05',
];
const TW_REST = { name: { zh: '補假', en: 'Substitute day', es: 'Día sustituto', pt: 'Dia substituto' } };

const BG_REST = { name: { bg: 'Почивен ден', en: 'Substitute day', es: 'Día sustituto', pt: 'Dia substituto' } };
const BG_MOVES = 'if saturday,sunday then next monday';

export const ELSEWHERE: readonly Correction[] = [
  {
    country: 'AU',
    statute: 'New South Wales, Public Holidays Act 2010; Public Holidays Amendment (Anzac Day) Order 2026',
    note: 'The Monday after an Anzac Day on a weekend is a holiday in 2026 and 2027 only.',
    places: ['NSW'],
    rules: { '04-25 and if saturday,sunday then next monday': { disable: ['2032-04-26'] } },
  },
  {
    country: 'BG',
    statute: 'Кодекс на труда, чл. 154',
    note: 'Holy Saturday and 26 December were missing, and the days off in the week after a holiday on a weekend.',
    rules: {
      'orthodox -1': {
        name: { bg: 'Велика събота', en: 'Holy Saturday', es: 'Sábado Santo', pt: 'Sábado de Aleluia' },
      },
      '12-26': { type: 'public' },
      [`substitutes 01-01 ${BG_MOVES}`]: BG_REST,
      [`substitutes 03-03 ${BG_MOVES}`]: BG_REST,
      [`substitutes 05-06 ${BG_MOVES}`]: BG_REST,
      [`substitutes 05-24 ${BG_MOVES}`]: BG_REST,
      [`substitutes 09-06 ${BG_MOVES}`]: BG_REST,
      [`substitutes 09-22 ${BG_MOVES}`]: BG_REST,
      // 1 May falls on Holy Saturday in these years, so that the first working day is the Tuesday.
      '2027-05-04': BG_REST,
      '2032-05-04': BG_REST,
      // Three days of Christmas in a row.
      '2026-12-28': BG_REST,
      '2027-12-27': BG_REST,
      '2027-12-28': BG_REST,
      '2028-12-27': BG_REST,
      '2032-12-27': BG_REST,
      '2032-12-28': BG_REST,
    },
  },
  {
    country: 'CN',
    statute: '全国年节及纪念日放假办法 (State Council Order 795, in force since 2025)',
    note: "New Year's Eve and 2 May are days off since 2025, the third day of the year always was; Children's Day is not.",
    rules: {
      '06-01': false,
      'chinese 01-0-00': false,
      'chinese 01-0-00 since 2025': {
        name: { zh: '除夕', en: "Lunar New Year's Eve", es: 'Víspera del Año Nuevo lunar' },
      },
      'chinese 01-0-03': { name: { zh: '春节', en: 'Spring Festival', es: 'Fiesta de la Primavera' } },
      '05-02 since 2025': {
        name: { zh: '劳动节', en: 'Labour Day', es: 'Día del Trabajador', pt: 'Dia do Trabalhador' },
      },
    },
  },
  {
    country: 'CY',
    statute: 'Official list of public holidays',
    note: 'Green Monday stood on a Tuesday, and the Monday after Pentecost (Kataklysmos) was missing.',
    rules: {
      'orthodox -47': false,
      'orthodox -48': { name: { el: 'Καθαρά Δευτέρα', en: 'Green Monday', es: 'Lunes Limpio' }, type: 'public' },
      'orthodox 50': { name: { el: 'Κατακλυσμός', en: 'Kataklysmos (Whit Monday)', es: 'Lunes de Pentecostés' } },
    },
  },
  {
    country: 'ID',
    statute: 'Keputusan Bersama 3 Menteri (yearly list)',
    note: 'The ascension of the Prophet bore the name of his birthday.',
    rules: {
      '27 Rajab': {
        name: { id: 'Isra Mikraj Nabi Muhammad', en: "Isra and Mi'raj", es: 'Isra y Miraj', pt: 'Isra e Mi’raj' },
      },
    },
  },
  {
    country: 'KR',
    statute: '근로자의 날 제정에 관한 법률',
    note: "Workers' Day is a paid day off for every worker and was missing.",
    rules: {
      '05-01': { name: { ko: '근로자의 날', en: "Workers' Day", es: 'Día del Trabajador', pt: 'Dia do Trabalhador' } },
    },
  },
  {
    country: 'KR',
    statute: '관공서의 공휴일에 관한 규정 제2조',
    note: 'The three days of the lunar new year began on the day itself instead of on its eve.',
    rules: {
      'korean 01-0-01 P3D': false,
      'korean 01-0-00 P3D': { name: { ko: '설날', en: 'Korean New Year', es: 'Año Nuevo lunar' } },
    },
  },
  {
    country: 'PH',
    statute: 'Republic Acts 9492 and 10966; yearly proclamations (1006 of 2025 for 2026)',
    note: 'The special non-working days were not marked as holidays. Easter Sunday is none of them.',
    rules: {
      easter: false,
      'chinese 01-0-01': { type: 'public' },
      'easter -1': { type: 'public' },
      '08-21': { type: 'public' },
      '11-01': { type: 'public' },
      '11-02': { type: 'public' },
      '12-08': { type: 'public' },
      '12-24': { type: 'public' },
      '12-31': { type: 'public' },
    },
  },
  {
    country: 'TW',
    statute: '紀念日及節日實施條例 (28 May 2025); 勞動基準法施行細則 第23條',
    note: 'Labour Day and the days of the Act of 2025 were missing, and most days for a holiday on a weekend.',
    rules: {
      'chinese 01-0-04': false,
      'chinese 01-0-01 if Monday then next Friday if Tuesday then next Saturdayif Wednesday then next Sunday if Thursday then next Monday if Friday then next Tuesday if Saturday then next Wednesday if Sunday then next Thursday': false,
      [`02-28 ${TW_BEFORE}`]: false,
      [`02-28 ${TW_MOVES}`]: {
        name: { zh: '228和平紀念日', en: 'Peace Memorial Day', es: 'Día de la Paz' },
        substitute: true,
      },
      [`04-04 ${TW_BEFORE}`]: false,
      '04-04': { name: { zh: '兒童節', en: "Children's Day", es: 'Día del Niño' } },
      [`chinese 5-01 solarterm ${TW_BEFORE}`]: false,
      'chinese 5-01 solarterm': { name: { zh: '淸明節', en: 'Tomb Sweeping Day', es: 'Día de los Difuntos' } },
      [`05-01 ${TW_MOVES}`]: { type: 'public' },
      [`chinese 05-0-05 ${TW_BEFORE}`]: false,
      [`chinese 05-0-05 ${TW_MOVES}`]: { name: { zh: '端午節', en: 'Dragon Boat Festival' }, substitute: true },
      [`chinese 08-0-15 ${TW_BEFORE}`]: false,
      [`chinese 08-0-15 ${TW_MOVES}`]: { name: { zh: '中秋節', en: 'Mid-Autumn Festival' }, substitute: true },
      [`10-10 ${TW_BEFORE}`]: false,
      [`10-10 ${TW_MOVES}`]: { name: { zh: '國慶日', en: 'National Day', es: 'Fiesta Nacional' }, substitute: true },
      [`09-28 ${TW_MOVES} since 2025`]: {
        name: { zh: '孔子誕辰紀念日', en: "Confucius' Birthday", es: 'Nacimiento de Confucio' },
        substitute: true,
      },
      [`10-25 ${TW_MOVES} since 2025`]: {
        name: { zh: '臺灣光復紀念日', en: 'Retrocession Day', es: 'Día de la Retrocesión' },
        substitute: true,
      },
      [`12-25 ${TW_MOVES} since 2025`]: {
        name: { zh: '行憲紀念日', en: 'Constitution Day', es: 'Día de la Constitución' },
        substitute: true,
      },
      ...Object.fromEntries(TW_LITTLE_EVES.map((date) => [date, TW_LITTLE_EVE])),
      ...Object.fromEntries(TW_RESTS.map((date) => [date, TW_REST])),
    },
  },
];
