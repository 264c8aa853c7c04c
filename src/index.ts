export { composeReport } from './compose/compose.js';
export { composeFindings } from './compose/findings-document.js';
export { type Code, type Kind, kindOf } from './diagnostics/codes.js';
export {
  type Diagnostic,
  type Path,
  type Place,
  ReportError,
  type Severity,
  stops,
} from './diagnostics/diagnostic.js';
export { formatDiagnostic, formatPath } from './diagnostics/problem-text.js';
export { type EditionId, editions } from './editions/editions.js';
export type { FontChoice, FontFiles } from './fonts/fonts.js';
export { type FormatId, formats } from './formats/formats.js';
export type { Block, Cell, CellRole, Document, Inline, Meta, Table } from './model/document.js';
export { documentTexts } from './model/document-texts.js';
export type { Attachment, Seal } from './model/finish.js';
export { outlineDocument } from './model/outline.js';
export { type ReadReport, readReport } from './readers/read-report.js';
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
export { type BlankOptions, blankReport } from './report/blank.js';
export { parseReport } from './report/parse.js';
export type { Report, ReportInput } from './report/report-schema.js';
export { reportJsonSchema } from './report/report-schema.js';
export { rules } from './rules/all-rules.js';
export { type Assessed, type Assessment, assessReport, checkReport, type TextOptions } from './rules/assess.js';
export type { Rule } from './rules/rule.js';
export { gbt9704 } from './theme/gbt9704.js';
export type { Theme } from './theme/theme.js';
