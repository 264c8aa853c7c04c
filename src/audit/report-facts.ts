/** The prints of a section of a report. */
export interface SectionPrints {
  /** The key of the section. */
  readonly part: string;
  /** How many characters of it are compared. */
  readonly size: number;
  readonly prints: Uint32Array;
}

/** What is kept of each report while all are read: enough to find what it is to be compared with. */
export interface ReportFacts {
  readonly agency: string;
  readonly year: number;
  /** The id of its form. */
  readonly edition: string;
  /** The same for two files with the same report. */
  readonly content: string;
  readonly sections: readonly SectionPrints[];
}
