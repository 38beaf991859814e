import { expect, test } from 'vitest';
import { readSettingsFile } from '../../../utils/core/settings/file.ts';
import { writeSettingsFile } from '../../../utils/core/settings/file-writer.ts';
import { parseSettings } from '../../../utils/core/settings/schema.ts';
import { readStore } from '../../../utils/core/settings/store.ts';
import { RETENTIONS } from '../../../utils/core/settings/types.ts';
import { FULL } from './sample.ts';

test.each(RETENTIONS)('%i months come back as they are, by message, store and file', (retention) => {
  const settings = { ...FULL, retention };
  expect(parseSettings(settings)).toEqual({ ok: true, value: settings });
  expect(readStore({ ...settings, language: 'xx' }).settings).toEqual({ ...settings, language: 'auto' });
  const file = writeSettingsFile(settings);
  expect(JSON.parse(file).retention).toBe(retention);
  expect(readSettingsFile(file)).toEqual({ ok: true, value: settings });
});

test.each([0, 7, -12, '12', null])('%j is none of the choices', (retention) => {
  const problem = { code: 'settings.wrong-value', field: 'retention' };
  expect(parseSettings({ ...FULL, retention })).toMatchObject({ ok: false, problem });
  const recovered = readStore({ ...FULL, retention });
  expect(recovered.settings).toEqual(FULL);
  expect(recovered.problems).toMatchObject([problem]);
});

test('is written only where there is one', () => {
  expect(writeSettingsFile(FULL)).not.toContain('retention');
});
