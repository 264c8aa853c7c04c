import type { CharacterFacts } from './character-words.js';
import type { Equation } from './equation.js';
import type { AtMost, Cause, Counted, Given, Listed, Named, OneOf, Wanted } from './fact-pieces.js';

/** Where in a text the words at fault stand. */
export interface InPassage {
  /** The number of the paragraph in its text, counted from 1. */
  readonly paragraph: number;
  /** The words with some around them. */
  readonly text: string;
}

/** A figure of the tables. */
interface InTables {
  /** Its name. */
  readonly name: string;
  /** What the tables have. */
  readonly data: number;
}

/** How to print a figure from the data. */
interface Bound {
  /** What to write instead of the figure. */
  readonly binding?: string | undefined;
}

/** This year's figure and last year's. */
interface TwoYears {
  /** This year's. */
  readonly now: number;
  /** Last year's. */
  readonly before: number;
}

/** A number with a unit. */
interface InUnit {
  /** Its unit. */
  readonly unit: string;
}

/** A list of which it is said how many things it has. */
export interface SaidToHave extends Counted {
  /** What is said; `count` is how many there are. */
  readonly said: string;
  /** How many there are, as the text would write it. */
  readonly wanted: string;
}

/** A product. */
interface Product extends InUnit {
  /** What each is counted in. */
  readonly each: string;
  /** What all should come to. */
  readonly product: number;
  /** What is written. */
  readonly total: number;
}

/** A text that is last year's. */
interface Copied extends Named {
  /** How much of it is, in percent. */
  readonly percent: number;
  /** How much may be. */
  readonly limit: number;
  /** Whether it is nearly all. */
  readonly isWhole: boolean;
  /** The longest pieces, each with the paragraph that it stands in. */
  readonly passages: readonly InPassage[];
}

/** A number and a unit that do not go together. */
interface UnitSlip extends Given {
  /** What to write. */
  readonly remedy: string;
}

/** Whether something can be put right mechanically. */
interface Fixable {
  /** Whether it can. */
  readonly isFixable: boolean;
}

/** A fee. */
interface Fee extends Named, Given {
  /** Every amount is a multiple of so many yuan. */
  readonly step: number;
}

/** A fee of which it is not said how much it was. */
interface UnstatedFee extends Named {
  /** Whether something is said that says nothing. */
  readonly isVague: boolean;
}

/** A year. */
interface OfYear {
  /** The year of the report. */
  readonly year: number;
}

/** Figures that a text says there are none of. */
interface Denied {
  /** The figures that are denied. */
  readonly all: readonly InTables[];
}

/** A cell of a table. */
interface InCell {
  /** The cell in the form's own words. */
  readonly cell: string;
}

/** A figure of the year before. */
interface Former {
  /** What last year's report has. */
  readonly data: number;
}

/** What is left of a page. */
interface Debris {
  /** Whether it is a title within a title. */
  readonly isTitle: boolean;
}

/** A text that is to say something. */
interface AtLeast {
  /** The least number of characters. */
  readonly least: number;
}

/** A text in which nothing is filled in. */
interface Unfilled {
  /** The text that it stands in. */
  readonly text: string;
}

/** A section that a report says it has none of. */
interface Declared {
  /** Why the report has none. */
  readonly reason: string;
}

/** What a title says of the kind of report. */
interface TitleKind {
  /** The kind of report, as the form names it. */
  readonly kind: string;
  /** What the title lacks of it; nothing if that is unclear. */
  readonly lacks?: string | undefined;
}

/** The days on which a report may be signed. */
interface SignedIn {
  /** The first day that will do. */
  readonly from: string;
  /** The last. */
  readonly to: string;
}

/** The years of a form. */
interface FormYears {
  /** The form, as messages name it. */
  readonly form: string;
  /** Its first year and, if it is no longer in force, its last. */
  readonly years: readonly [from: number, to?: number];
}

/** A table. */
interface Untouched {
  /** Whether nothing has been filled in yet. */
  readonly isToBegin: boolean;
}

/** A figure that is many times what it was, or gone. */
interface Jump {
  /** Last year's, with its unit. */
  readonly before: string;
  /** This year's. */
  readonly now: string;
  /** Whether there is none. */
  readonly isGone: boolean;
}

/** What a form asks of a text. */
interface ToldByForm {
  /** What the form says of it. */
  readonly told: string;
}

/** The facts of what rules tell of words in texts, beside where these stand. */
export interface PassageFacts {
  /** The figure in the text and in the tables. */
  'text/figure': Cause<'count', InTables & InUnit & Given & Equation & Bound> | Cause<'amount', Named & Given & Wanted>;
  /** The figure, and how to bind it. */
  'text/unbound': Named & Given & Bound;
  /** What the tables have. */
  'text/claim':
    | Cause<'denied', Denied>
    | Cause<'exaggerated', InTables & InCell>
    | Cause<'reason', InTables>
    | Cause<'outcome', Named>;
  /** The sum or the product. */
  'text/parts': Cause<'sum', InUnit & Equation> | Cause<'product', Product> | Cause<'members', SaidToHave>;
  /** The two numbers. */
  'text/twice': TwoYears & InUnit;
  /** The percentage, and what it should be. */
  'text/share': Given & Wanted;
  /** The figures of the two years. */
  'text/change': Cause<'difference', TwoYears & Wanted> | Cause<'former', Given & Former>;
  /** How much is last year's. */
  'text/repeated': Copied;
  /** What the year is taken for, and what it should be. */
  'text/wrong-year': Cause<
    'left-over' | 'later' | 'plan' | 'next' | 'carried-to' | 'carried-from' | 'end' | 'period' | 'report',
    Wanted
  >;
  /** The marks. */
  'text/half-width': Listed & Counted & Fixable;
  /** What stands there, and whether it is a title within a title. */
  'text/debris': Given & Debris;
  /** The mark. */
  'text/unbalanced': Given;
  /** What the number should be; or how many things a list has. */
  'text/enumerator': Cause<'order', Given & Wanted> | Cause<'section-number', Given> | Cause<'members', SaidToHave>;
  /** What is there twice. */
  'text/doubled': Cause<'words', Given & Wanted> | Cause<'clause' | 'marks', Given> | Cause<'sentence'>;
  /** What is wrong with the unit. */
  'text/unit': Cause<
    'wrong-unit' | 'without-unit' | 'without-number' | 'number-before' | 'empty' | 'exact-and-more',
    UnitSlip
  >;
  /** How the paragraph ends. */
  'text/no-stop': Cause<'unfinished', Given> | Cause<'semicolon' | 'without-stop'>;
  /** How many there are. */
  'text/stray-space': Counted;
  /** The text, and the least length. */
  'text/too-short': Named & AtLeast;
  /** The amount. */
  'fees/amount': Fee;
  /** The fee. */
  'fees/unstated': UnstatedFee;
  /** The year. */
  'period/mismatch': OfYear;
}

/** What rules tell of a report as such, of its tables and its parts. */
export interface WholeFacts {
  /** A word, or a variable that nothing fills, which need not stand in a paragraph. */
  'text/placeholder': (Cause<'word' | 'variable', Given> & InPassage) | Cause<'variable-here', Given & Unfilled>;
  /** The characters. */
  'text/space': CharacterFacts;
  /** The characters. */
  'text/invisible': CharacterFacts;
  /** The characters. */
  'text/radical': CharacterFacts;
  /** The text, and how long it is. */
  'text/too-long': Named & Counted & AtMost;
  /** The parts that are not there, and all. */
  'section/parts': Named & Listed & OneOf;
  /** The section and the reason. */
  'section/absent': Named & Declared;
  /** The section, and where the report has something of it. */
  'section/contradicted': Named & Listed;
  /** The heading and the form's. */
  'heading/variant': Given & Wanted;
  /** The title, and what it lacks. */
  'title/mismatch': Cause<'agency', Given & OfYear & Named> | Cause<'kind', Given & Wanted & TitleKind>;
  /** The author and the agency. */
  'author/mismatch': Given & Wanted;
  /** Who signs or when, and who should. */
  'signoff/mismatch': Cause<'agency', Given & Wanted> | Cause<'date', Given & SignedIn>;
  /** The year, and the years of the form. */
  'edition/year': OfYear & FormYears;
  /** The years of the reports, or whose they are. */
  'previous/year': Cause<'unused' | 'blank' | 'rollup', Given & OfYear & Wanted>;
  /** The agencies of the reports. */
  'previous/agency': Given & Wanted;
  /** The cell, or the table and its cells. */
  'cell/blank': Cause<'cell', Named> | Cause<'table', Named & Listed & Untouched>;
  /** The figures of the two years. */
  'years/jump': Named & Jump;
  /** The fact. */
  'facts/unused': Named;
}

/** The facts of rules that forms define. */
export interface FormFacts {
  /** A sum that does not hold. */
  sum: (Cause<'total', Named> | Cause<'identity', Sides>) & Equation & Innocent;
  /** A figure that does not continue last year's. */
  years: Named & Equation;
  /** Something that a text must mention, in the words of the form. */
  missing: Given & Wanted & ToldByForm;
}

/** The two sides of an identity. */
interface Sides {
  /** The column. */
  readonly column: string;
  /** What the form calls the sides. */
  readonly sides: readonly [left: string, right: string];
}

/** Why a sum fails. */
interface Innocent {
  /** The sums that it adds up and that fail by as much: it holds when they do. */
  readonly because?: readonly string[] | undefined;
}
