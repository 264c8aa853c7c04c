import type { AtMost, Cause, Counted, Given, Listed, Named, NoFacts, Quoted, Wanted } from './fact-pieces.js';

/** Something at a place that has no words of its own. */
interface At {
  /** The place in the file, in Chinese. */
  readonly at: string;
}

/** A figure of a workbook that was read as something. */
interface ReadAs extends Given {
  /** What it prints as; empty if it was read as a blank. */
  readonly as: string;
}

/** A row that stands for several. */
interface ForSeveral extends Named, Given {
  /** The row that its figures went to; nothing if all are 0. */
  readonly row?: string | undefined;
}

/** A text of which only the beginning was read. */
interface BeyondBounds extends Quoted {
  /** The most paragraphs and cells that are read. */
  readonly mostPieces: number;
  /** The most tables that are read. */
  readonly mostTables: number;
}

/** A figure of a workbook that is none. */
interface NoFigure extends Given {
  /** What the cell takes. */
  readonly takes: 'count' | 'signed' | 'amount';
}

/** A sheet that is a copy of another. */
interface SheetCopy extends Named, Given {
  /** The sheet that was read. */
  readonly original: string;
}

/** A report of another form. */
interface OtherForm {
  /** The year of the report. */
  readonly year: number;
  /** The form of its tables, as messages name it. */
  readonly form: string;
  /** What such forms are called. */
  readonly noun: string;
}

/** What is told as files of other makers are read, and the facts of that: by what becomes of it, and by what it is. */
export interface LossFacts {
  /** Read in other words than it is written. */
  interpreted: {
    converted: Named;
    revisions: Counted;
    notes: Counted;
    formula: Quoted;
    order: Listed;
    'figure-converted': Given & Wanted;
    'row-for-several': ForSeveral;
    'row-label': Given & Wanted;
    'columns-by-heads': Given;
    'sheet-renamed': Named & Given;
    'hidden-cells': Named & At;
    'rows-behind': Named & Counted & At;
    radicals: Listed;
    'filled-as-figure': ReadAs;
    'blanks-as-zero': Named & Counted;
  };
  /** Seen and not placed. */
  unplaced: {
    'embedded-file': NoFacts;
    sign: Quoted;
    'line-under-title': Quoted;
    'after-signoff': Quoted;
    'not-a-figure': NoFigure;
    'no-such-cell': Named & Given;
    'columns-unsettled': Named & Given;
    'no-such-row': Given;
    'table-too-long': Counted & AtMost;
    'row-too-wide': Counted & AtMost;
    'text-too-long': BeyondBounds;
    'remark-shown': Quoted;
    'remark-covering': Quoted;
    'remark-in-file': Quoted;
    'page-without-text': At;
    untagged: Quoted;
    'beside-page': Quoted;
    turned: Quoted;
    'other-documents': Counted;
    'filled-no-figure': NoFigure;
    'added-without-section': Quoted;
    'added-without-head': Quoted;
  };
  /** Not found. */
  missing: {
    section: Named;
    table: Named;
    heading: Named;
    title: NoFacts;
    agency: NoFacts;
    year: NoFacts;
    cell: NoFacts;
    row: Named;
    'filled-cells': Counted & Listed;
  };
  /** Placed with a doubt. */
  doubtful: {
    'extra-section': Named & Given;
    'heading-by-number': Quoted;
    'figure-doubtful': Given & Wanted;
    'row-for-several-doubtful': ForSeveral;
    'row-by-order': Given & Wanted;
    'columns-by-sums': Given;
    'without-heading': Named & Quoted;
    'damaged-characters': Counted;
    'rows-apart': Named & Counted & At;
    'rows-unsure': Named & Counted & At;
    'labels-changed': Named & Counted & Given & Wanted;
    'formula-fault': Given;
    'sheet-copy': SheetCopy;
    'table-rules': Quoted;
    'table-rows': Quoted;
    'table-columns': Quoted;
    'table-across': Quoted;
    'table-tags': Quoted;
    recognised: At;
    'columns-of-page': At;
    'strange-letters': Quoted;
    'remark-over': Quoted;
    'filled-doubtful': ReadAs;
    'stale-total': Given & Wanted;
    'blank-choice': Given & Listed;
    'name-twice': Given;
    'newer-workbook': NoFacts;
    'carried-differs': Given & Wanted;
    'carried-unusable': NoFacts;
  };
  /** Left out because it belongs to no report. */
  'left-out': {
    'running-text': Quoted;
    remark: Quoted;
    'page-remark': Quoted;
    'styles-elsewhere': Counted;
    'styles-complex': NoFacts;
    programs: Counted;
    'embedded-pages': Counted;
    'around-report': Counted & Listed;
    pictures: Counted;
    'hidden-on-page': Quoted;
    'hidden-in-file': Quoted;
    struck: Quoted;
    placeholder: Quoted;
    'outside-table': Named & Quoted & Counted;
    'foreign-sheet': Named & Quoted;
    macros: NoFacts;
    links: Counted;
    'hidden-rows': Quoted;
    'hidden-sheet': Named;
    'hidden-layer': Quoted;
    'beyond-page': Quoted;
    slanted: Quoted;
  };
  /** A form that did not hold in the year. */
  form: { 'other-form': OtherForm };
  /** A second report in the file. */
  several: { 'more-tables': Counted };
}

/** What becomes of it. */
export type LossKind = keyof LossFacts;

/** The facts of what is told under one code. */
export type Loss<K extends LossKind> = {
  [C in keyof LossFacts[K] & string]: Cause<C, LossFacts[K][C]>;
}[keyof LossFacts[K] & string];

/** The facts of anything that is told of reading. */
export type AnyLoss = { [K in LossKind]: Loss<K> }[LossKind];
