import type { TableSpec } from '../table/spec.js';
import type { FormChart } from './chart.js';
import type { Facts } from './fact.js';
import type { StatedAmount, StatedClaim, StatedFigure, StatedRate } from './figure-words.js';
import type { Roll, SteadyFigure } from './rolls.js';

/** A part of a report that is text: the preamble, or the text of a section. */
export interface TextPart {
  /** Its title in the schema, if it is not the heading of its section. */
  readonly title?: string;
  /** The greatest length in characters, white space aside, that the form allows in principle (`text/too-long`). */
  readonly limit?: number;
  /** Whether it must differ from the year before (`text/repeated`). */
  readonly isFresh?: true;
  /** What it must mention. */
  readonly requires?: readonly Requirement[];
  /** How many characters it has at least, white space and marks aside, if it says anything (`text/too-short`). */
  readonly least?: number;
  /** The parts that it consists of (`section/parts`). */
  readonly parts?: readonly RequiredPart[];
}

/** A part of a text: its name, and the words by which its heading or its first sentence tells it. */
export interface RequiredPart {
  /** What messages call it. */
  readonly name: string;
  /** No groups, and no flag but `u`. */
  readonly pattern: RegExp;
}

/** A charge that an agency may make, and must account for (`fees/amount`, `fees/unstated`). */
export interface Charge {
  /** What messages call it. */
  readonly name: string;
  /** How texts name it. No groups, and no flag but `u`. */
  readonly pattern: RegExp;
  /** The key of the text that accounts for it. */
  readonly part: string;
  /** Every amount is a multiple of so many yuan. */
  readonly step: number;
}

/** Something that a text must mention: in the text itself, or in a further table of the same section. */
export interface Requirement {
  /** The code of the rule that the form so defines. */
  readonly rule: `${string}/missing`;
  /** What any mention of it has. No flag but `u`. */
  readonly pattern: RegExp;
  /** What is told if it is not mentioned. */
  readonly message: string;
  /** What is there instead. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
}

/** The words of a rule, where they are the form's own. */
export interface Wording {
  /** What must hold, in Chinese. */
  readonly formula: string;
  /** The clause or practice it rests on. */
  readonly basis: string;
  /** What to do about it, if the rule's own hint does not fit. */
  readonly hint?: string;
  /** For the documentation. */
  readonly example?: Example;
}

/** A text or a figure that breaks a rule, and how it is right. */
export interface Example {
  readonly wrong: string;
  readonly right: string;
}

/** A section of a form. */
export interface FormSection {
  /** What a report object calls it. */
  readonly key: string;
  /** The form's own heading, with its number. */
  readonly heading: string;
}

/**
 * A standard report, wholly as data: its sections, its texts, its tables with their sums, its facts and the wording of its rules.
 * Types, schema, composition, templates, blank reports and rules are read off it. It holds no functions, so it can be sent to
 * another thread.
 */
export interface Form {
  /** What `edition` of a report object says. */
  readonly id: string;
  /** The kind of report, as titles print it after the year. */
  readonly name: string;
  /** The short name of what the report is about, for the keywords of files. */
  readonly topic: string;
  /** The column of government sites under which such reports are published, in the words of 政府网站发展指引. */
  readonly column?: string;
  /** The reference number of the document that fixes the form. */
  readonly citation: string;
  /** The first and the last report year for which it is in force; no last year while it still is. */
  readonly years: readonly [from: number, to?: number];
  /**
   * The sections in order, with the form's own headings. A section whose key is among `texts` has a text, one whose key is among
   * `tables` has a statutory table, and one may have both: the text comes first.
   */
  readonly sections: readonly FormSection[];
  /** The parts that are text, by the key of their section; `preamble` stands before all sections. */
  readonly texts: { readonly [key: string]: TextPart };
  /** The statutory tables, by the key of their section. */
  readonly tables: { readonly [key: string]: TableSpec };
  /** What templates may tell beyond the tables. */
  readonly facts: Facts;
  /** What continues last year's figures. */
  readonly rolls: readonly Roll[];
  /** What seldom changes much from one year to the next. */
  readonly steady?: readonly SteadyFigure[];
  /** What is charged, and must be accounted for. */
  readonly charge?: Charge;
  /** The figures that texts are likely to state. */
  readonly stated: readonly StatedFigure[];
  /** The amounts of money that texts are likely to state. */
  readonly amounts?: readonly StatedAmount[];
  /** What texts are likely to say of all of a thing. */
  readonly claims?: readonly StatedClaim[];
  /** The rates that texts are likely to state. */
  readonly rates?: readonly StatedRate[];
  /** What is drawn where reports are compared. */
  readonly charts?: readonly FormChart[];
  /** The words of rules: of those that the form itself defines (its sums, its rolls, what texts must mention), and of others. */
  readonly wording: { readonly [code: string]: Wording };
}

/** The heading of a section, as the form prints it; the key if the form has no such section. */
export const headingOf = ({ sections }: Form, section: string): string =>
  sections.find(({ key }) => key === section)?.heading ?? section;
