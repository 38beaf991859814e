import { expect, it } from 'vitest';
import { serviceOriginsToGiveBack } from '../../components/checkpoints/stamp-origins.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/core/settings/types.ts';

const CHAT = { id: 'chat', name: 'Chat', employment: 'job', treatment: 'general' } as const;
const settings = (timeStamps: readonly string[], ...patterns: readonly string[]): Settings => ({
  ...DEFAULT_SETTINGS,
  apps: [{ ...CHAT, patterns }],
  timeStamps,
});

it.each<[what: string, before: Settings, after: readonly string[], given: readonly string[]]>([
  [
    'of a service that goes',
    settings(['https://one.example/tsa', 'https://two.example/']),
    ['https://two.example/'],
    ['https://one.example/*'],
  ],
  [
    'not while another needs the same site',
    settings(['https://one.example/a', 'https://one.example:8443/b']),
    ['https://one.example/a'],
    [],
  ],
  ['not while a work app needs it', settings(['https://one.example/tsa'], 'https://one.example/*'), [], []],
  ['none when one is added', settings([]), ['https://one.example/tsa'], []],
])('a permission is given back: %s', (_, before, after, given) => {
  expect(serviceOriginsToGiveBack(before, after)).toEqual(given);
});
