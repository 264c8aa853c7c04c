const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (day: string): boolean =>
  DAY.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** A day, `YYYY-MM-DD`, as it prints: Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day of a file whose format wants one although what it shows has none: the earliest that all formats can state, which no report has. */
export const NO_DAY = '1980-01-01';

/** The timestamp that files carry for a day: midnight, UTC. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00Z`;
}
