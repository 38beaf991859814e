/** Minutes after midnight as a clock shows them: `21:00`; the end of the day is `24:00`. */
export const minuteText = (minute: number): string =>
  [Math.floor(minute / 60), Math.floor(minute % 60)].map((part) => String(part).padStart(2, '0')).join(':');
