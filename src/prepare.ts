import { composed, type Prepared, prepare } from './compose/prepared.js';
import { type Diagnostic, throwIfStopped } from './diagnostics/diagnostic.js';
import { type FormOptions, formsOf } from './editions/editions.js';
import type { FontFiles } from './fonts/fonts.js';
import type { Form } from './form/form.js';
import { type FormatId, formatOf } from './formats/formats.js';
import { leaseFonts } from './host/kept-fonts.js';
import type { AssetOptions } from './host/package-files.js';
import { folderFaults } from './host/template-folder.js';
import { templatesIn } from './host/templates.js';
import type { Document } from './model/document.js';
import type { AnyReport } from './report/report.js';
import type { Assessment } from './rules/assess.js';
import type { RuleSettings } from './rules/rule.js';
import { settingFaults } from './rules/rule-settings.js';
import type { TextSources } from './rules/text-sources.js';

/** The fonts of a report or a document. */
export interface FontOptions {
  /** Own fonts by role, to be used before the shipped ones: characters that those lack may be printed. */
  readonly fonts?: FontFiles;
}

/** What the texts of a report depend on besides the report. */
export interface TextOptions extends FormOptions, FontOptions, AssetOptions {
  /** The user's own template folder, laid out as `<edition>/<part>.hbs`; parts it lacks are written by the shipped templates. */
  readonly templates?: string;
  /**
   * Rules that are switched off, or told as another severity, by their codes. Sums of the form cannot be switched off: a report waives
   * them.
   */
  readonly rules?: RuleSettings;
  /** The formats that are wanted; all of them if not given. A character that no face has is an error where one of them draws it itself. */
  readonly formats?: readonly FormatId[];
}

/** Does something to a report with all that its texts are written from. */
function withSources<T>(
  { templates, fonts, assets, formats: wanted, ...options }: TextOptions,
  use: (sources: TextSources) => T,
): T {
  if (options.rules !== undefined) throwIfStopped(settingFaults(options.rules, formsOf(options)));
  const isDrawnByReader = wanted?.every((format) => formatOf(format).isDrawnByReader) ?? false;
  const sources = {
    ...options,
    isDrawnByReader,
    find: templatesIn(templates, assets),
    templateFaults: (form: Form) => folderFaults(templates, form, assets),
  };
  if (fonts === undefined) return use(sources);
  const { fonts: faces, release } = leaseFonts(fonts, { ...options, ...(assets !== undefined && { assets }) });
  try {
    return use({ ...sources, fonts: faces });
  } finally {
    release();
  }
}

/**
 * Writes the texts of a report, assesses it by every rule and composes its document, each once.
 * Use it when both the findings and the files are wanted.
 */
export function prepareReport(report: AnyReport, options: TextOptions = {}): Prepared {
  return withSources(options, (sources) => prepare(report, sources));
}

/** Assesses a report by every rule, with the number of passes, failures, waivers and unassessed places of each. */
export function assessReport(report: AnyReport, options: TextOptions = {}): Assessment {
  return prepareReport(report, options).assessment;
}

/**
 * All findings about a report: sums, years, blanks, headings, wording, templates. Waived ones are included and marked.
 */
export function checkReport(report: AnyReport, options: TextOptions = {}): readonly Diagnostic[] {
  return prepareReport(report, options).findings;
}

/**
 * Makes the document that all formats are rendered from. Rules of which a failure could not stop it are not asked.
 *
 * @throws ReportError with every finding, if one of them is an error that the report does not waive
 */
export function composeReport(report: AnyReport, options: TextOptions = {}): Document {
  return withSources(options, (sources) => composed(report, sources));
}
