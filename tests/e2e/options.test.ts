import { describe } from 'vitest';
import { daysThatDiffer } from './options/days-that-differ.ts';
import { hoursEditor } from './options/hours-editor.ts';
import { shiftsFromCalendar } from './options/roster.ts';
import { useWorld } from './support/world.ts';

/** What the person enters on the settings page. One browser for all parts, each of which begins with its own settings. */
describe('settings', () => {
  const world = useWorld();
  describe('hours and rests', () => hoursEditor(world));
  describe('days that differ', () => daysThatDiffer(world));
  describe('shifts from a calendar', () => shiftsFromCalendar(world));
});
