import { composeReport, type Document, documentTexts, parseReport } from '../../src/index.js';
import { minimal, type Raw } from '../input/example.js';

/** The document of the smallest report with some of its keys replaced. */
export const documentWith = (changes: Raw): Document => composeReport(parseReport(minimal(changes)));

/** Its texts. */
export const textsWith = (changes: Raw): readonly string[] => documentTexts(documentWith(changes));
