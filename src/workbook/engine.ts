/**
 * What is asked of the spreadsheet package. It is handed in, because it is one that users install themselves; declared here as far as it
 * is used, so that the types of this package need no other.
 */
export interface WorkbookEngine {
  readonly write: (book: WrittenBook) => Promise<Uint8Array>;
  readonly read: (bytes: Uint8Array) => Promise<ReadBook>;
}

export type LoadWorkbookEngine = () => Promise<WorkbookEngine>;

export interface Color {
  readonly rgb: string;
}

export interface Line {
  readonly style: 'thin' | 'medium';
  readonly color?: Color;
}

export interface CellStyle {
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly color?: Color;
  };
  readonly fill?: {
    readonly type: 'pattern';
    readonly pattern: 'solid';
    readonly fgColor?: Color;
    readonly bgColor?: Color;
  };
  readonly border?: { readonly top?: Line; readonly right?: Line; readonly bottom?: Line; readonly left?: Line };
  readonly alignment?: {
    readonly horizontal?: 'left' | 'center' | 'right';
    readonly vertical?: 'top' | 'center';
    readonly wrapText?: boolean;
    readonly shrinkToFit?: boolean;
    readonly indent?: number;
  };
  readonly numFmt?: string;
  readonly protection?: { readonly locked: boolean };
}

/** A cell as it is written: rows and columns are keys of its map. */
export interface WrittenCell {
  readonly value: string | number | null;
  readonly type: 'string' | 'number' | 'formula' | 'empty';
  readonly formula?: string;
  readonly formulaResult?: string | number;
  readonly style: CellStyle;
}

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export interface Validation {
  readonly type: 'whole' | 'decimal' | 'list' | 'date';
  readonly operator?: 'between' | 'greaterThanOrEqual';
  readonly formula1?: string;
  readonly formula2?: string;
  readonly values?: readonly string[];
  readonly allowBlank: true;
  readonly showErrorMessage: true;
  readonly showInputMessage: true;
  readonly errorStyle: 'stop';
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly inputTitle: string;
  readonly inputMessage: string;
  readonly range: string;
}

export interface Condition {
  readonly type: 'expression';
  readonly priority: number;
  readonly formula: string;
  readonly style: CellStyle;
  readonly range: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** By row and column from 0: `3,0`. */
  readonly cells: ReadonlyMap<string, WrittenCell>;
  readonly merges: readonly Merge[];
  readonly columns: readonly { readonly width: number }[];
  /** Heights in points, by row. */
  readonly rowDefs: ReadonlyMap<number, { readonly height: number }>;
  /** The rows that become as high as what is typed into them. */
  readonly growingRows: ReadonlySet<number>;
  /** The last rows of pages. */
  readonly rowBreaks: readonly number[];
  readonly dataValidations: readonly Validation[];
  readonly conditionalRules: readonly Condition[];
  readonly freezePane?: { readonly rows: number; readonly columns: number };
  /** None where everything may be changed. */
  readonly protection?: { readonly [permission: string]: boolean };
  /** The cells that can be filtered by their heads: `A1:D9`. */
  readonly autoFilter?: { readonly range: string };
  readonly pageSetup: { readonly [setting: string]: unknown };
  readonly headerFooter: { readonly oddFooter: string };
  readonly view: { readonly showGridLines: boolean; readonly tabColor?: Color };
}

export interface NamedRange {
  readonly name: string;
  readonly range: string;
  /** The only sheet that knows the name; none if the whole workbook does. */
  readonly scope?: string;
}

export interface WrittenBook {
  readonly sheets: readonly WrittenSheet[];
  readonly namedRanges: readonly NamedRange[];
  readonly properties: { readonly [property: string]: unknown };
  readonly defaultFont: { readonly name: string; readonly size: number };
}

/** What a cell of a read workbook holds. */
export type ReadValue = string | number | boolean | Date | null;

export interface ReadCell {
  readonly value: ReadValue;
  readonly type?: string;
  readonly style?: { readonly numFmt?: string };
  readonly formula?: string;
  readonly formulaResult?: ReadValue;
  readonly comment?: { readonly author?: string; readonly text: string };
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadValue[])[];
  readonly cells?: ReadonlyMap<string, ReadCell>;
  readonly merges?: readonly Merge[];
  readonly hidden?: boolean;
  readonly veryHidden?: boolean;
  readonly columns?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly rowDefs?: ReadonlyMap<number, { readonly hidden?: boolean }>;
  readonly pageSetup?: { readonly printArea?: string };
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[];
  readonly namedRanges?: readonly NamedRange[];
  readonly externalLinks?: readonly { readonly target: string }[];
  readonly dateSystem?: string;
}
