import { checkReport, composeReport, type Diagnostic, type Document, formatPath } from '../../src/index.js';
import { minimalReport, type Raw } from '../input/example.js';

/** A report whose overview is this text, and which has some data that templates may name. */
export function reportWith(overview: string | readonly string[], changes: Raw = {}) {
  return minimalReport({
    facts: {
      channels: [
        { name: '网站', count: 145 },
        { name: '微博', count: 60 },
        { name: '抖音', count: 16 },
      ],
      platforms: [],
    },
    ...changes,
    narrative: { overview },
  });
}

/** The paragraphs of a document that come from one part of the narrative. */
export function paragraphsOf({ blocks }: Document, path = 'narrative.overview'): readonly string[] {
  return blocks.flatMap((block) => {
    if (formatPath(block.path) !== path) return [];
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'paragraph' ? [block.inlines.map(({ text }) => text).join('')] : [];
  });
}

/** What a text in the overview prints. */
export function written(overview: string | readonly string[], changes: Raw = {}): string {
  return paragraphsOf(composeReport(reportWith(overview, changes))).join('\n');
}

/** What is wrong with a text in the overview as a template; what rules may say of its words is not asked here. */
export function faults(overview: string | readonly string[], changes: Raw = {}): readonly Diagnostic[] {
  return checkReport(reportWith(overview, changes)).filter(({ code }) => code.startsWith('template/'));
}

/** A problem in short: `template/syntax 2:5`. */
export const placed = ({ code, place }: Diagnostic): string => `${code} ${place?.line}:${place?.column}`;

/** The same with what the place is in: `template/syntax narrative.overview[1]:2:5`. */
export const placedIn = ({ code, place }: Diagnostic): string =>
  `${code} ${place?.file}:${place?.line}:${place?.column}`;
