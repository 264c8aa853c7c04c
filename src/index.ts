export { type BlankOptions, blankReport } from './blank.js';
export { type Assessed, type Assessment, assessReport, checkReport, type TextOptions } from './check.js';
export { composeReport } from './compose.js';
export {
  type Code,
  type Diagnostic,
  formatDiagnostic,
  formatPath,
  type Kind,
  kindOf,
  type Path,
  type Place,
  ReportError,
  type Severity,
  stops,
} from './diagnostics.js';
export { type EditionId, editions } from './editions/registry.js';
export type { Report, ReportInput } from './editions/report.js';
export { reportJsonSchema } from './editions/report.js';
export { composeFindings } from './findings-document.js';
export type { FontChoice, FontFiles } from './fonts/fonts.js';
export { type FormatId, formats } from './formats.js';
export type { Block, Cell, CellRole, Document, Inline, Meta, Table } from './model/document.js';
export type { Attachment, Seal } from './model/finish.js';
export { outlineDocument } from './model/outline.js';
export { documentTexts } from './model/text.js';
export { parseReport } from './parse.js';
export { type ReadReport, readReport } from './read-report.js';
export {
  fontSubstitutions,
  type LookOptions,
  type RenderOptions,
  renderDocument,
  renderReport,
  toDocx,
  toDocxStream,
  toPdf,
  toPdfStream,
} from './render.js';
export type { Rule } from './rules/rule.js';
export { rules } from './rules/rules.js';
export { gbt9704 } from './theme/gbt9704.js';
export type { Theme } from './theme/theme.js';
