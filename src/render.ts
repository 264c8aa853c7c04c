import { Readable } from 'node:stream';
import { composeReport } from './compose/compose.js';
import { type Diagnostic, throwIfStopped } from './diagnostics/diagnostic.js';
import { substitutions } from './fonts/coverage.js';
import { type FontFiles, loadFonts, shippedFonts } from './fonts/fonts.js';
import { textsOf } from './fonts/texts.js';
import { type Format, type FormatId, formats } from './formats/formats.js';
import type { Document } from './model/document.js';
import { type Attachment, type Finish, finishProblems, type Seal } from './model/finish.js';
import { dataAttachments } from './report/attachments.js';
import type { Report } from './report/report-schema.js';
import type { TextOptions } from './rules/assess.js';
import { gbt9704 } from './theme/gbt9704.js';
import type { Theme } from './theme/theme.js';

/** How a report is to look. */
export interface LookOptions extends TextOptions {
  /** GB/T 9704 if not given. */
  readonly theme?: Theme;
  /** Own fonts by role, to be used before the shipped ones. */
  readonly fonts?: FontFiles;
  /** 草稿 across every page. */
  readonly draft?: boolean;
  /** The seal over the sign-off. */
  readonly seal?: Seal;
  /** The report's data are carried inside the made file: JSON, and CSV in a PDF. */
  readonly attachData?: boolean;
  /** A Word file carries its fonts, cut down to the characters in use. */
  readonly embedFonts?: boolean;
}

export interface RenderOptions extends LookOptions {
  readonly format: FormatId;
}

/**
 * Renders a report in one format. Same report, same options, same bytes.
 *
 * @throws ReportError with every finding if an error is not waived, if a template or a font is at fault, or if something fits
 *   no page
 */
export async function renderReport(report: Report, options: RenderOptions): Promise<Uint8Array> {
  const attachments = options.attachData ? dataAttachments(report) : [];
  return renderDocument(composeReport(report, options), options, attachments);
}

/**
 * Renders a document that has been composed.
 *
 * @throws ReportError if a font is at fault, if something fits no page, or if there is a seal and no sign-off to put it on
 */
export async function renderDocument(
  document: Document,
  options: RenderOptions,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const fonts = options.fonts ? loadFonts(options.fonts) : shippedFonts;
  const format: Format = formats[options.format];
  const { theme = gbt9704, draft = false, seal, embedFonts = false } = options;
  const finish: Finish = { draft, embedFonts, attachments, ...(seal && { seal }) };
  throwIfStopped(finishProblems(document, finish));
  return format.render(document, theme, fonts, finish);
}

/** A report as PDF; see `renderReport`. */
export function toPdf(report: Report, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'pdf' });
}

/** A report as a Word file; see `renderReport`. */
export function toDocx(report: Report, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'docx' });
}

/** A stream that begins only when the whole file is made, so that a reader never gets a part of one. */
function streamOf(bytes: () => Promise<Uint8Array>): Readable {
  return Readable.from(
    (async function* () {
      yield await bytes();
    })(),
    { objectMode: false },
  );
}

/** A report as a stream of PDF; problems reach it as its `error`. */
export function toPdfStream(report: Report, options: LookOptions = {}): Readable {
  return streamOf(() => toPdf(report, options));
}

/** A report as a stream of DOCX; problems reach it as its `error`. */
export function toDocxStream(report: Report, options: LookOptions = {}): Readable {
  return streamOf(() => toDocx(report, options));
}

/** The characters of a report that the user's own fonts lack, with the shipped fonts that stand in for them. */
export function fontSubstitutions(report: Report, options: LookOptions = {}): readonly Diagnostic[] {
  if (options.fonts === undefined) return [];
  const texts = textsOf(composeReport(report, options), options.theme ?? gbt9704);
  return substitutions(texts, loadFonts(options.fonts));
}
