/** A day, `YYYY-MM-DD`, as it prints: Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The moment that files give as their date: a day's first, in UTC. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00Z`;
}
