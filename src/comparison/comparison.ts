import type { Figure } from '../model/figure.js';

/** Reports side by side: what each has in every cell, and what lies between their figures and texts. */
export interface Comparison {
  /** Years of one agency, agencies of one year, or several versions of one report. */
  readonly kind: 'years' | 'agencies' | 'versions';
  /** The reports in the order in which they were given. */
  readonly reports: readonly ComparedReport[];
  /** Which reports are held against each other: neighbouring years, or the first with each of the others. */
  readonly steps: readonly Step[];
  /** The sections of the form, with what comes before them, in the order of the last report's form; last titles and sign-offs. */
  readonly sections: readonly ComparedSection[];
  /** What the forms want drawn. */
  readonly charts: readonly ComparedChart[];
}

/** A report that is compared. */
export interface ComparedReport {
  /** What the report is called in this comparison: its year, its agency, or its name. */
  readonly label: string;
  /** As the report names it. */
  readonly agency: string;
  /** The report year. */
  readonly year: number;
  /** The id of its form. */
  readonly edition: string;
  /** The kind of report, as its title says. */
  readonly kind: string;
  /** The date of its sign-off, if it has one. */
  readonly date: string | undefined;
}

/** Two reports by their places in the list. */
export interface Step {
  /** The earlier report, as its place in the list. */
  readonly from: number;
  /** The later report, as its place in the list. */
  readonly to: number;
}

/** What lies between reports in one section. */
export interface ComparedSection {
  /** The key of the section; `title` for title, addressee, headings and sign-off. */
  readonly key: string;
  /** The form's own heading. */
  readonly heading: string;
  /** The cells of its tables in the order of the form; a cell that only one edition has stands with those of its edition. */
  readonly cells: readonly CellRow[];
  /** For each step what became of its paragraphs; empty if no report has a text here. */
  readonly texts: readonly TextChanges[];
}

/** A cell of all reports. */
export interface CellRow {
  /** Where reports have it: `requests.received.total`; of further tables its label. */
  readonly path: string;
  /** The cell in the form's words. */
  readonly label: string;
  /** For each report what it has; `null` if it has no such cell. */
  readonly values: readonly (ComparedValue | null)[];
  /** For each step what lies between. */
  readonly changes: readonly CellChange[];
}

/** What a report has in a cell. */
export interface ComparedValue {
  /** A plain decimal, or a text of a further table; `null` for a blank cell. */
  readonly value: string | null;
  /** Such as `万元`; empty if there is none. */
  readonly unit: string;
  /** What is printed behind the figure. */
  readonly note: string;
}

/** What lies between two cells that can be compared. */
export interface ComparableChange {
  /** Whether they have the same; two blank cells have, and reports neither of which has the cell. */
  readonly status: 'same' | 'changed';
  /** The later figure less the earlier; none if one of them is no figure. */
  readonly difference?: Figure;
  /** The difference as a share of the earlier figure; none where that says nothing. */
  readonly share?: string;
}

/** Two cells that cannot be compared. */
export interface IncomparableChange {
  /** That they cannot. */
  readonly status: 'incomparable';
  /** Why, in Chinese. */
  readonly why: string;
}

/** What lies between the cells of two reports. */
export type CellChange = ComparableChange | IncomparableChange;

/** What became of the paragraphs of a section. */
export interface TextChanges {
  /** How many paragraphs are the same. */
  readonly same: number;
  /** How many differ only by the year and the agency of the report. */
  readonly renewed: number;
  /** The others in the order of the second report; what it no longer has stands where it was. */
  readonly paragraphs: readonly ParagraphChange[];
}

/** A paragraph that is not the same in both reports. */
export interface ParagraphChange {
  /** What became of the paragraph. */
  readonly kind: 'changed' | 'moved' | 'added' | 'removed';
  /** The number of the paragraph in the section of each report, counted from 1; undefined where it is not. */
  readonly from?: number;
  /** The paragraph in the later report, counted from 1. */
  readonly to?: number;
  /** The key of the section that it stood in, if it has come from another. */
  readonly fromSection?: string;
  /** The whole text in pieces. A paragraph that was only moved is one piece. */
  readonly pieces: readonly Piece[];
}

/** A piece of a text that both have, only the first, or only the second. */
export interface Piece {
  /** Whether both have it, or only one of them. */
  readonly kind: 'same' | 'removed' | 'added';
  /** The words. */
  readonly text: string;
}

/** A chart: the figures of some things in each report. */
export interface ComparedChart {
  /** Above the chart. */
  readonly title: string;
  /** Of its figures. */
  readonly unit: string;
  /** From left to right. */
  readonly bars: readonly ComparedBar[];
}

/** A bar of a chart, or a group of bars. */
export interface ComparedBar {
  /** What the bar stands for. */
  readonly name: string;
  /** For each report a plain decimal; `null` if it leaves a cell blank or has none. */
  readonly values: readonly (string | null)[];
}
