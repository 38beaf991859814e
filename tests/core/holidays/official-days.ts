/**
 * All public holidays of a place in a year, typed by hand from the statute or the calendar named, not from the data under
 * test. Each list is whole: a day too many is as wrong as one too few.
 */
export interface OfficialYear {
  readonly place: string;
  readonly year: number;
  readonly source: string;
  /** `MM-DD`. */
  readonly days: string;
}

export const OFFICIAL: readonly OfficialYear[] = [
  {
    place: 'AR',
    year: 2025,
    source: 'Ley 27.399; Decreto 614/2025 (12 October, a Sunday, moved to Friday the 10th)',
    days: '01-01 03-03 03-04 03-24 04-02 04-18 05-01 05-25 06-16 06-20 07-09 08-17 10-10 11-24 12-08 12-25',
  },
  {
    place: 'AR',
    year: 2026,
    source: 'Ley 27.399, arts. 1 and 6 (17 June, a Wednesday, to Monday; 20 November, a Friday, to Monday)',
    days: '01-01 02-16 02-17 03-24 04-02 04-03 05-01 05-25 06-15 06-20 07-09 08-17 10-12 11-23 12-08 12-25',
  },
  {
    place: 'CL',
    year: 2026,
    source: 'Leyes 2.977, 18.432, 19.668, 19.973, 20.148, 20.299, 21.357',
    days: '01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25',
  },
  {
    place: 'CL',
    year: 2027,
    source: 'the same; Ley 20.983 (17 September, a Friday); Ley 19.668 (29 June and 12 October, Tuesdays, to Monday)',
    days: '01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25',
  },
  {
    place: 'CO',
    year: 2025,
    source: 'Ley 51 de 1983 (Sagrado Corazón on 23 June, San Pedro y San Pablo on 30 June)',
    days: '01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25',
  },
  {
    place: 'CO',
    year: 2026,
    source: 'Ley 51 de 1983; Ley 2578 de 2026 (9 July, a Thursday, to Monday the 13th)',
    days: '01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25',
  },
  {
    place: 'EC',
    year: 2024,
    source: 'Código del Trabajo, art. 65 (1 May and 9 October, Wednesdays, to Friday; 2 and 3 November, a weekend)',
    days: '01-01 02-12 02-13 03-29 05-03 05-24 08-09 10-11 11-01 11-04 12-25',
  },
  {
    place: 'EC',
    year: 2025,
    source: 'the same (2 November, a Sunday, to Tuesday the 4th, since the 3rd is a Monday)',
    days: '01-01 03-03 03-04 04-18 05-02 05-23 08-11 10-10 11-03 11-04 12-25',
  },
  {
    place: 'EC',
    year: 2026,
    source: 'the same (24 May, a Sunday, to Monday; 2 and 3 November, Monday and Tuesday, stay)',
    days: '01-01 02-16 02-17 04-03 05-01 05-25 08-10 10-09 11-02 11-03 12-25',
  },
  {
    place: 'EC',
    year: 2027,
    source: 'the same (3 November, a Wednesday after a Tuesday, to Monday; New Year 2028, a Saturday, to 31 December)',
    days: '01-01 02-08 02-09 03-26 04-30 05-24 08-09 10-08 11-01 11-02 12-24 12-31',
  },
  {
    place: 'UY',
    year: 2025,
    source: 'Ley 12.590, art. 18; Decreto 120/985 (change of president)',
    days: '01-01 03-01 05-01 07-18 08-25 12-25',
  },
  { place: 'UY', year: 2026, source: 'Ley 12.590, art. 18', days: '01-01 05-01 07-18 08-25 12-25' },
  { place: 'UY', year: 2030, source: 'Decreto 120/985', days: '01-01 03-01 05-01 07-18 08-25 12-25' },
  {
    place: 'BR',
    year: 2026,
    source: 'Leis 662/1949, 6.802/1980, 9.093/1995, 14.759/2023; Código Eleitoral, art. 380 (4 and 25 October)',
    days: '01-01 04-03 04-21 05-01 09-07 10-04 10-12 10-25 11-02 11-15 11-20 12-25',
  },
  {
    place: 'BR-SP',
    year: 2027,
    source: 'the same, and Lei estadual 9.497/1997 (9 July)',
    days: '01-01 03-26 04-21 05-01 07-09 09-07 10-12 11-02 11-15 11-20 12-25',
  },
  {
    place: 'MX',
    year: 2024,
    source: 'Ley Federal del Trabajo, art. 74 (1 October: change of government)',
    days: '01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25',
  },
  {
    place: 'MX',
    year: 2026,
    source: 'Ley Federal del Trabajo, art. 74',
    days: '01-01 02-02 03-16 05-01 09-16 11-16 12-25',
  },
  {
    place: 'PE',
    year: 2026,
    source: 'Decreto Legislativo 713, art. 6, with Leyes 31381, 31530, 31788 and 31822',
    days: '01-01 04-02 04-03 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25',
  },
  {
    place: 'CR',
    year: 2026,
    source: 'Código de Trabajo, art. 148',
    days: '01-01 04-02 04-03 04-11 05-01 07-25 08-02 08-15 08-31 09-15 12-01 12-25',
  },
  {
    place: 'SV',
    year: 2026,
    source: 'Código de Trabajo, art. 190',
    days: '01-01 04-02 04-03 04-04 05-01 05-10 06-17 08-06 09-15 11-02 12-25',
  },
  {
    place: 'ES',
    year: 2026,
    source: 'Real Decreto 2001/1983, art. 45 (before what each region moves)',
    days: '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  },
  {
    place: 'ES-CT',
    year: 2026,
    source: 'the same, with Easter Monday, 24 June, 11 September and 26 December',
    days: '01-01 01-06 04-03 04-06 05-01 06-24 08-15 09-11 10-12 11-01 12-06 12-08 12-25 12-26',
  },
  {
    place: 'JP',
    year: 2026,
    source: '国民の祝日に関する法律 arts. 2 and 3 (6 May for 3 May; 22 September between two holidays)',
    days: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  },
  {
    place: 'JP',
    year: 2027,
    source: 'the same (equinox on Sunday 21 March, so Monday the 22nd too)',
    days: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
  },
  {
    place: 'AU-NSW',
    year: 2026,
    source: 'Public Holidays Act 2010 (NSW); Anzac Day Order 2026 (27 April)',
    days: '01-01 01-26 04-03 04-04 04-05 04-06 04-25 04-27 06-08 10-05 12-25 12-26 12-28',
  },
  {
    place: 'AU-NSW',
    year: 2027,
    source: 'the same (26 April; 27 and 28 December for Christmas on a weekend)',
    days: '01-01 01-26 03-26 03-27 03-28 03-29 04-25 04-26 06-14 10-04 12-25 12-26 12-27 12-28',
  },
  {
    place: 'AU-VIC',
    year: 2026,
    source: 'Public Holidays Act 1993 (Vic): no Monday for Anzac Day; the Friday before the Grand Final; Melbourne Cup',
    days: '01-01 01-26 03-09 04-03 04-04 04-05 04-06 04-25 06-08 09-25 11-03 12-25 12-26 12-28',
  },
  {
    place: 'CA-ON',
    year: 2026,
    source: 'Employment Standards Act 2000, s. 1: nine days, none of them Easter Monday',
    days: '01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-26',
  },
  {
    place: 'CA',
    year: 2026,
    source: 'Canada Labour Code, s. 166: ten general holidays of federally regulated workplaces',
    days: '01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26',
  },
  {
    place: 'TW',
    year: 2026,
    source: '紀念日及節日實施條例; the calendar of the 人事行政總處 for 2026',
    days: '01-01 02-15 02-16 02-17 02-18 02-19 02-20 02-27 02-28 04-03 04-04 04-05 04-06 05-01 06-19 09-25 09-28 10-09 10-10 10-25 10-26 12-25',
  },
  {
    place: 'KR',
    year: 2024,
    source:
      '관공서의 공휴일에 관한 규정 (9 to 12 February, 16 to 18 September), and 1 May; without the election of 10 April',
    days: '01-01 02-09 02-10 02-11 02-12 03-01 05-01 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-03 10-09 12-25',
  },
];
