import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';

/** More pages, characters and drawing operators than any report has. */
export const MOST_PAGES = LIMITS.pdfPages.most;
export const MOST_GLYPHS = LIMITS.pdfGlyphs.most;
export const MOST_OPERATORS = LIMITS.pdfOperators.most;

export const damaged = (name: string, found: string): ReportError =>
  new ReportError([diagnostic('read/damaged', { cause: 'pdf', file: name, reason: found })]);

export const locked = (name: string): ReportError =>
  new ReportError([diagnostic('read/unsupported', { cause: 'locked', file: name })]);

export const tooLarge = (name: string, found: string): ReportError =>
  new ReportError([diagnostic('read/too-large', { cause: 'pages', file: name, reason: found, most: MOST_PAGES })]);

export const scanned = (name: string): ReportError =>
  new ReportError([diagnostic('read/unsupported', { cause: 'scanned', file: name })]);

export const illegible = (name: string, found: string): ReportError =>
  new ReportError([diagnostic('read/unsupported', { cause: 'illegible', file: name, reason: found })]);
