/**
 * Names that Windows, Outlook and Exchange give to time zones, and the IANA zone of each. ` ST` stands for ` Standard Time`.
 *
 * Source: Unicode CLDR 48.2, supplemental/windowsZones.xml, the entries of territory 001. Copyright © 2004-2026 Unicode,
 * Inc., Unicode License V3 (https://www.unicode.org/license.txt), whose notice stands in docs/holidays.md.
 */
const ZONES = `
AUS Central ST=Australia/Darwin
AUS Eastern ST=Australia/Sydney
Afghanistan ST=Asia/Kabul
Alaskan ST=America/Anchorage
Aleutian ST=America/Adak
Altai ST=Asia/Barnaul
Arab ST=Asia/Riyadh
Arabian ST=Asia/Dubai
Arabic ST=Asia/Baghdad
Argentina ST=America/Buenos_Aires
Astrakhan ST=Europe/Astrakhan
Atlantic ST=America/Halifax
Aus Central W. ST=Australia/Eucla
Azerbaijan ST=Asia/Baku
Azores ST=Atlantic/Azores
Bahia ST=America/Bahia
Bangladesh ST=Asia/Dhaka
Belarus ST=Europe/Minsk
Bougainville ST=Pacific/Bougainville
Canada Central ST=America/Regina
Cape Verde ST=Atlantic/Cape_Verde
Caucasus ST=Asia/Yerevan
Cen. Australia ST=Australia/Adelaide
Central America ST=America/Guatemala
Central Asia ST=Asia/Bishkek
Central Brazilian ST=America/Cuiaba
Central Europe ST=Europe/Budapest
Central European ST=Europe/Warsaw
Central Pacific ST=Pacific/Guadalcanal
Central ST=America/Chicago
Central ST (Mexico)=America/Mexico_City
Chatham Islands ST=Pacific/Chatham
China ST=Asia/Shanghai
Cuba ST=America/Havana
Dateline ST=Etc/GMT+12
E. Africa ST=Africa/Nairobi
E. Australia ST=Australia/Brisbane
E. Europe ST=Europe/Chisinau
E. South America ST=America/Sao_Paulo
Easter Island ST=Pacific/Easter
Eastern ST=America/New_York
Eastern ST (Mexico)=America/Cancun
Egypt ST=Africa/Cairo
Ekaterinburg ST=Asia/Yekaterinburg
FLE ST=Europe/Kiev
Fiji ST=Pacific/Fiji
GMT ST=Europe/London
GTB ST=Europe/Bucharest
Georgian ST=Asia/Tbilisi
Greenland ST=America/Godthab
Greenwich ST=Atlantic/Reykjavik
Haiti ST=America/Port-au-Prince
Hawaiian ST=Pacific/Honolulu
India ST=Asia/Calcutta
Iran ST=Asia/Tehran
Israel ST=Asia/Jerusalem
Jordan ST=Asia/Amman
Kaliningrad ST=Europe/Kaliningrad
Korea ST=Asia/Seoul
Libya ST=Africa/Tripoli
Line Islands ST=Pacific/Kiritimati
Lord Howe ST=Australia/Lord_Howe
Magadan ST=Asia/Magadan
Magallanes ST=America/Punta_Arenas
Marquesas ST=Pacific/Marquesas
Mauritius ST=Indian/Mauritius
Middle East ST=Asia/Beirut
Montevideo ST=America/Montevideo
Morocco ST=Africa/Casablanca
Mountain ST=America/Denver
Mountain ST (Mexico)=America/Mazatlan
Myanmar ST=Asia/Rangoon
N. Central Asia ST=Asia/Novosibirsk
Namibia ST=Africa/Windhoek
Nepal ST=Asia/Katmandu
New Zealand ST=Pacific/Auckland
Newfoundland ST=America/St_Johns
Norfolk ST=Pacific/Norfolk
North Asia East ST=Asia/Irkutsk
North Asia ST=Asia/Krasnoyarsk
North Korea ST=Asia/Pyongyang
Omsk ST=Asia/Omsk
Pacific SA ST=America/Santiago
Pacific ST=America/Los_Angeles
Pacific ST (Mexico)=America/Tijuana
Pakistan ST=Asia/Karachi
Paraguay ST=America/Asuncion
Qyzylorda ST=Asia/Qyzylorda
Romance ST=Europe/Paris
Russia Time Zone 10=Asia/Srednekolymsk
Russia Time Zone 11=Asia/Kamchatka
Russia Time Zone 3=Europe/Samara
Russian ST=Europe/Moscow
SA Eastern ST=America/Cayenne
SA Pacific ST=America/Bogota
SA Western ST=America/La_Paz
SE Asia ST=Asia/Bangkok
Saint Pierre ST=America/Miquelon
Sakhalin ST=Asia/Sakhalin
Samoa ST=Pacific/Apia
Sao Tome ST=Africa/Sao_Tome
Saratov ST=Europe/Saratov
Singapore ST=Asia/Singapore
South Africa ST=Africa/Johannesburg
South Sudan ST=Africa/Juba
Sri Lanka ST=Asia/Colombo
Sudan ST=Africa/Khartoum
Syria ST=Asia/Damascus
Taipei ST=Asia/Taipei
Tasmania ST=Australia/Hobart
Tocantins ST=America/Araguaina
Tokyo ST=Asia/Tokyo
Tomsk ST=Asia/Tomsk
Tonga ST=Pacific/Tongatapu
Transbaikal ST=Asia/Chita
Turkey ST=Europe/Istanbul
Turks And Caicos ST=America/Grand_Turk
US Eastern ST=America/Indianapolis
US Mountain ST=America/Phoenix
UTC=Etc/UTC
UTC+12=Etc/GMT-12
UTC+13=Etc/GMT-13
UTC-02=Etc/GMT+2
UTC-08=Etc/GMT+8
UTC-09=Etc/GMT+9
UTC-11=Etc/GMT+11
Ulaanbaatar ST=Asia/Ulaanbaatar
Venezuela ST=America/Caracas
Vladivostok ST=Asia/Vladivostok
Volgograd ST=Europe/Volgograd
W. Australia ST=Australia/Perth
W. Central Africa ST=Africa/Lagos
W. Europe ST=Europe/Berlin
W. Mongolia ST=Asia/Hovd
West Asia ST=Asia/Tashkent
West Bank ST=Asia/Hebron
West Pacific ST=Pacific/Port_Moresby
Yakutsk ST=Asia/Yakutsk
Yukon ST=America/Whitehorse
`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  ZONES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', zone = ''] = line.split('=');
      return [name.replace(/ ST\b/u, ' Standard Time').toLowerCase(), zone];
    }),
);

/** The IANA zone for a Windows name (`W. Europe Standard Time`), whatever its case; null for any other name. */
export function zoneOfWindowsName(name: string): string | null {
  return BY_NAME.get(name.toLowerCase()) ?? null;
}
