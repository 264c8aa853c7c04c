export type { ListedAgency } from './agencies/listed-agency.js';
export { type AgencyList, parseAgencies } from './agencies/parse-agencies.js';
export { type BlankTextOptions, blankText } from './blank/blank-text.js';
export { type CharacterKind, characterKinds, type Treatment } from './characters/kinds.js';
export { type CompareOptions, compareReports, composeComparison } from './compare.js';
export type {
  CellChange,
  CellRow,
  ComparableChange,
  ComparedBar,
  ComparedChart,
  ComparedReport,
  ComparedSection,
  ComparedValue,
  Comparison,
  IncomparableChange,
  ParagraphChange,
  Piece,
  Step,
  TextChanges,
} from './comparison/comparison.js';
export { composeFindings } from './compose/findings-document.js';
export type { Prepared } from './compose/prepared.js';
export { sealFindings } from './core/seal-findings.js';
export {
  CODES,
  type Code,
  type CodeEntry,
  type FactsOf,
  type Kind,
  kindOf,
  type ProblemFacts,
} from './diagnostics/codes.js';
export {
  type Circumstances,
  type Diagnostic,
  type DiagnosticOf,
  type Edit,
  type Fix,
  type Path,
  type Place,
  type PlaceInReport,
  type PlaceInWords,
  type Problem,
  ReportError,
  type Severity,
  type Suspect,
  stops,
  type TextPlace,
} from './diagnostics/diagnostic.js';
export { formatDiagnostic, formatPath, formatPlace } from './diagnostics/problem-text.js';
export { type EditionId, editions, type FormOptions } from './editions/editions.js';
export type { FontChoice, FontFiles, PartialFont } from './fonts/fonts.js';
export type { FormBar, FormChart } from './form/chart.js';
export { defineForm } from './form/define-form.js';
export type { Fact, FactFields, Facts } from './form/fact.js';
export {
  NUMERAL,
  type RatePair,
  type StatedAmount,
  type StatedClaim,
  type StatedFigure,
  type StatedRate,
} from './form/figure-words.js';
export type { Charge, Form, FormSection, RequiredPart, Requirement, TextPart, Wording } from './form/form.js';
export type { Roll, RollTerm } from './form/rolls.js';
export { type FormatId, formats } from './formats/formats.js';
export { LIMITS, type Limit, type LimitName, type Limits } from './limits/limits.js';
export type { LimitOptions } from './limits/limits-of.js';
export { type MadeFile, makeFile, type ReportFile } from './make-files.js';
export type { Block, Cell, CellRole, Document, Inline, Link, Meta, Table, Words } from './model/document.js';
export { documentTexts } from './model/document-texts.js';
export type { Attachment, HtmlFinish, OfdFinish, Seal, SealPlace, SealRoom, Site } from './model/finish.js';
export { outlineDocument } from './model/outline.js';
export { type CellRecord, cellRecords } from './open-data/cell-record.js';
export { type ExportedCells, type ExportOptions, exportCells } from './open-data/export-cells.js';
export {
  assessReport,
  checkReport,
  composeReport,
  prepareReport,
  type TextOptions,
} from './prepare.js';
export { type ReadFileOptions, read, readReport } from './read.js';
export type { ReadOptions, ReadReport, ReportPlace } from './readers/read-text.js';
export type { KindId } from './readers/source-kinds.js';
export type { Read } from './reading/read-result.js';
export {
  type DocumentOptions,
  type FinishOptions,
  fontSubstitutions,
  type LookOptions,
  type RenderOptions,
  renderDocument,
  renderReport,
  toDocx,
  toDocxStream,
  toHtml,
  toHtmlStream,
  toOfd,
  toOfdStream,
  toPdf,
  toPdfStream,
} from './render.js';
export { type BlankOptions, blankReport } from './report/blank.js';
export { parseReport, type SafelyParsed, safeParseReport } from './report/parse.js';
export type {
  AnyReport,
  NarrativeText,
  Report,
  ReportInput,
  ReportInputOf,
  ReportOf,
  SectionKey,
  SectionKeyOf,
  TextsAround,
} from './report/report.js';
export type * from './report/report-2019.js';
export type * from './report/report-2021.js';
export type * from './report/report-common.js';
export { reportJsonSchema } from './report/report-json-schema.js';
export type { RolledCell } from './roll-up/add-up.js';
export type { Child, LeftOut } from './roll-up/choose-reports.js';
export type { ComparedCell } from './roll-up/compare-total.js';
export type { Contribution } from './roll-up/contributions.js';
export type { HandedReport, RollUpInput, RollUpOptions, UnreadReport } from './roll-up/roll-input.js';
export { type RollUp, rollUp } from './roll-up/roll-up.js';
export { totalText } from './roll-up/total-text.js';
export { rules, rulesOf } from './rules/all-rules.js';
export type { AppliedWaiver, Assessed, Assessment, Unassessed } from './rules/assess.js';
export type { Rule, RuleSetting, RuleSettings } from './rules/rule.js';
export type { RuleCode } from './rules/rule-code.js';
export type {
  Amount,
  AmountCell,
  AmountWithUnit,
  CellValue,
  CountCell,
  NotedAmount,
  NotedCount,
  TableOptions,
} from './table/data.js';
export type {
  FurtherColumn,
  FurtherColumnGroup,
  FurtherRow,
  FurtherTable,
  FurtherValue,
  NotedValue,
} from './table/further.js';
export { defineTable, type Header, type TableSpec } from './table/spec.js';
export { gbt9704 } from './theme/gbt9704.js';
export type { FaceRole, Theme } from './theme/theme.js';
export type { Verified } from './verify/verify-published.js';
export { type VerifyOptions, verifyReport } from './verify.js';
export type { WorkbookOptions } from './workbook/workbook.js';
export { writeContributions, writeWorkbook } from './write-workbook.js';
