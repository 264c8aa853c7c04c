/**
 * What runs anywhere: in a page, a worker, or a runtime without files. Templates, fonts, YAML and compression are given by the caller;
 * nothing here reads a file, asks the environment, or makes code of text.
 */

export type { ListedAgency } from '../agencies/listed-agency.js';
export { type AgencyList, parseAgencies } from '../agencies/parse-agencies.js';
export { type BlankTextOptions, blankText } from '../blank/blank-text.js';
export type { ByteTools } from '../bytes/byte-tools.js';
export { inMemory } from '../bytes/bytes.js';
export { type CharacterKind, characterKinds, type Treatment } from '../characters/kinds.js';
export { compareReports } from '../comparison/compare-reports.js';
export type { ComparedOptions } from '../comparison/compared-reports.js';
export type {
  CellChange,
  CellRow,
  ComparableChange,
  ComparedChart,
  ComparedSection,
  Comparison,
  IncomparableChange,
  ParagraphChange,
  TextChanges,
} from '../comparison/comparison.js';
export { composeComparison } from '../comparison/comparison-document.js';
export { composeFindings } from '../compose/findings-document.js';
export { documentOf, type Prepared, prepare } from '../compose/prepared.js';
export { type Code, type FactsOf, type Kind, kindOf, type ProblemFacts } from '../diagnostics/codes.js';
export {
  type Circumstances,
  type Diagnostic,
  type DiagnosticOf,
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
} from '../diagnostics/diagnostic.js';
export { formatDiagnostic, formatPath, formatPlace } from '../diagnostics/problem-text.js';
export { type EditionId, editions, type FormOptions, formOf } from '../editions/editions.js';
export { type FaceId, faceFiles, type ShippedFace } from '../fonts/catalogue.js';
export {
  type FontChoice,
  type FontFiles,
  type Fonts,
  loadFonts,
  type OpenFace,
  type PartialFont,
} from '../fonts/fonts.js';
export { openTrueType, type TrueType } from '../fonts/sfnt/truetype.js';
export { defineForm } from '../form/define-form.js';
export type { Fact, FactFields, Facts } from '../form/fact.js';
export {
  NUMERAL,
  type RatePair,
  type StatedAmount,
  type StatedClaim,
  type StatedFigure,
  type StatedRate,
} from '../form/figure-words.js';
export type { Form, FormSection, Requirement, TextPart, Wording } from '../form/form.js';
export type { Roll, RollTerm } from '../form/rolls.js';
export { LIMITS, type Limit, type LimitName, type Limits } from '../limits/limits.js';
export type { LimitOptions } from '../limits/limits-of.js';
export type { Block, Cell, CellRole, Document, Inline, Link, Meta, Table, Words } from '../model/document.js';
export { documentTexts } from '../model/document-texts.js';
export type { Attachment, HtmlFinish, Seal, Site } from '../model/finish.js';
export { outlineDocument } from '../model/outline.js';
export type { FindTemplate, TemplateFile } from '../narrative/find-template.js';
export { dataAttachments } from '../open-data/attachments.js';
export { type CellRecord, cellRecords } from '../open-data/cell-record.js';
export { type ExportedCells, type ExportOptions, exportCells } from '../open-data/export-cells.js';
export { decodeText } from '../readers/decode-text.js';
export type { SourceInput } from '../readers/read-reading.js';
export { readReportText } from '../readers/read-report.js';
export type { ReadOptions, ReadReport, ReportPlace } from '../readers/read-text.js';
export type { KindId } from '../readers/source-kinds.js';
export type { LoadYaml } from '../readers/yaml-package.js';
export { type ReadSources, readAny } from '../reading/read-any.js';
export type { Read } from '../reading/read-result.js';
export { type BlankOptions, blankReport } from '../report/blank.js';
export { parseReport, type SafelyParsed, safeParseReport } from '../report/parse.js';
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
} from '../report/report.js';
export type * from '../report/report-2019.js';
export type * from '../report/report-2021.js';
export type * from '../report/report-common.js';
export { reportJsonSchema } from '../report/report-json-schema.js';
export type { RolledCell } from '../roll-up/add-up.js';
export type { Child, LeftOut } from '../roll-up/choose-reports.js';
export type { ComparedCell } from '../roll-up/compare-total.js';
export type { Contribution } from '../roll-up/contributions.js';
export type { HandedReport, RollUpInput, RollUpOptions, UnreadReport } from '../roll-up/roll-input.js';
export { type RollUp, rollUp } from '../roll-up/roll-up.js';
export { totalText } from '../roll-up/total-text.js';
export { rules, rulesOf } from '../rules/all-rules.js';
export type { AppliedWaiver, Assessed, Assessment, Unassessed } from '../rules/assess.js';
export type { Rule } from '../rules/rule.js';
export type { RuleCode } from '../rules/rule-code.js';
export type { TextSources } from '../rules/text-sources.js';
export type {
  Amount,
  AmountCell,
  AmountWithUnit,
  CellValue,
  CountCell,
  NotedAmount,
  NotedCount,
  TableOptions,
} from '../table/data.js';
export type {
  FurtherColumn,
  FurtherColumnGroup,
  FurtherRow,
  FurtherTable,
  FurtherValue,
  NotedValue,
} from '../table/further.js';
export { defineTable, type Header, type TableSpec } from '../table/spec.js';
export { gbt9704 } from '../theme/gbt9704.js';
export type { FaceRole, Theme } from '../theme/theme.js';
export { type Verified, type VerifySources, verifyPublished } from '../verify/verify-published.js';
export { sealFindings } from './seal-findings.js';
export { type PageOptions, renderHtml } from './web-page.js';
export { renderDocx, type WordOptions } from './word-file.js';
