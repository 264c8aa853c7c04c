import type { TableSpec } from '../table/spec.js';
import type { Roll, StatedFigure } from './rolls.js';

/** The sections that an edition fills by a statutory table. */
export type TableKey = 'disclosure' | 'requests' | 'review';

/** The sections that consist of text. */
export type NarrativeKey = 'overview' | 'problems' | 'other';

/** The six sections, by the key under which the report object holds what belongs to them. */
export type SectionKey = TableKey | NarrativeKey;

/** One edition of the statutory format, as data. No code outside this folder asks which edition it has. */
export interface Edition {
  readonly id: string;
  /** The reference number of the document that fixes the format. */
  readonly citation: string;
  /** First and last report year for which it is in force; no last year while it still is. */
  readonly years: readonly [from: number, to?: number];
  /** The six sections in order, with the form's own headings. */
  readonly sections: readonly { readonly key: SectionKey; readonly heading: string }[];
  readonly tables: { readonly [K in TableKey]: TableSpec };
  /** What continues last year's figures. */
  readonly rolls: readonly Roll[];
  /** The figures that texts are likely to state. */
  readonly stated: readonly StatedFigure[];
  /** The longest overview, in characters, that the form allows in principle. */
  readonly overviewLimit?: number;
  /** Whether section six must state the fees charged for processing information. */
  readonly statesFees?: true;
}

/** The headings of both editions so far. */
export const statutorySections: Edition['sections'] = [
  { key: 'overview', heading: '一、总体情况' },
  { key: 'disclosure', heading: '二、主动公开政府信息情况' },
  { key: 'requests', heading: '三、收到和处理政府信息公开申请情况' },
  { key: 'review', heading: '四、政府信息公开行政复议、行政诉讼情况' },
  { key: 'problems', heading: '五、存在的主要问题及改进情况' },
  { key: 'other', heading: '六、其他需要报告的事项' },
];
