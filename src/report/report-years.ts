/** The first and the last year that a report may be of. */
export const REPORT_YEARS = { first: 1949, last: 9999 } as const;

/** Whether a year is one that a report may be of. */
export const isReportYear = (year: number | undefined): year is number =>
  year !== undefined && year >= REPORT_YEARS.first && year <= REPORT_YEARS.last;
