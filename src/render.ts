import { Readable } from 'node:stream';
import { sealFindings } from './core/seal-findings.js';
import { type Diagnostic, diagnostic, ReportError, throwIfStopped } from './diagnostics/diagnostic.js';
import { formOf } from './editions/editions.js';
import { substitutions } from './fonts/coverage.js';
import { textsOf } from './fonts/texts.js';
import { type FormatId, formatOf } from './formats/formats.js';
import type { Made } from './formats/made.js';
import { leaseFonts } from './host/kept-fonts.js';
import { platformWith } from './host/node-platform.js';
import type { AssetOptions } from './host/package-files.js';
import type { LimitOptions } from './limits/limits-of.js';
import type { Document } from './model/document.js';
import type { Attachment, Finish, HtmlFinish, OfdFinish, Seal, SealRoom } from './model/finish.js';
import { finishProblems } from './model/finish-problems.js';
import { dataAttachments } from './open-data/attachments.js';
import { composeReport, type FontOptions, type TextOptions } from './prepare.js';
import type { AnyReport } from './report/report.js';
import { gbt9704 } from './theme/gbt9704.js';
import type { Theme } from './theme/theme.js';

/** How a document is to look, whatever it was composed from. */
export interface FinishOptions extends FontOptions, LimitOptions, AssetOptions {
  /** GB/T 9704 if not given. */
  readonly theme?: Theme;
  /** 草稿 across every page. */
  readonly draft?: boolean;
  /** The seal over the sign-off. */
  readonly seal?: Seal;
  /** Room over the sign-off for a seal that a signing service puts on afterwards; `makeFile` tells where it is. Not together with `seal`. */
  readonly sealPlace?: SealRoom;
  /** A Word file carries its fonts, cut down to the characters in use. */
  readonly embedFonts?: boolean;
  /** What only web pages take. */
  readonly html?: HtmlFinish;
  /** What only OFD files take. */
  readonly ofd?: OfdFinish;
}

/** How a report is to look. */
export interface LookOptions extends TextOptions, FinishOptions {
  /** The report's data are carried inside the made file: JSON, and CSV in a PDF and a web page. */
  readonly attachData?: boolean;
}

export interface RenderOptions extends LookOptions {
  /** What to make. */
  readonly format: FormatId;
}

/** How a document is rendered. It knows no report, so there are no data that could be attached: use `renderReport` for that. */
export interface DocumentOptions extends FinishOptions {
  /** What to make. */
  readonly format: FormatId;
  /** There is no report whose data could be attached. */
  readonly attachData?: false;
}

/** The files that a report's file is to carry. */
export function attachmentsOf(report: AnyReport, options: LookOptions): readonly Attachment[] {
  return options.attachData ? dataAttachments(report, formOf(report, options)) : [];
}

/**
 * Renders a report in one format. Same report, same options, same bytes.
 *
 * @throws ReportError with every finding if an error is not waived, if a template or a font is at fault, or if something fits
 *   no page
 */
export async function renderReport(report: AnyReport, options: RenderOptions): Promise<Uint8Array> {
  const document = composeReport(report, { ...options, formats: [options.format] });
  return (await renderComposed(document, options, attachmentsOf(report, options))).bytes;
}

/** A seal with the limits of the call, unless it has its own. */
const limited = (seal: Seal, { limits }: LimitOptions): Seal => (limits ? { limits, ...seal } : seal);

/** Renders the document of a report with the files that it is to carry. */
export async function renderComposed(
  document: Document,
  options: FinishOptions & Pick<RenderOptions, 'format'>,
  attachments: readonly Attachment[],
): Promise<Made> {
  const format = formatOf(options.format);
  const { theme = gbt9704, draft = false, seal, sealPlace, embedFonts = false, html, ofd } = options;
  const finish: Finish = {
    draft,
    embedFonts,
    attachments,
    ...(seal && { seal: limited(seal, options) }),
    ...(sealPlace && { sealPlace }),
    ...(html && { html }),
    ...(ofd && options.format === 'ofd' && { ofd }),
  };
  throwIfStopped(finishProblems(document, finish));
  const { fonts, release } = leaseFonts(options.fonts, options);
  try {
    return await format.render(document, theme, fonts, finish, platformWith(options.assets));
  } finally {
    release();
  }
}

function nothingToAttach(): ReportError {
  return new ReportError([diagnostic('usage/argument', { cause: 'nothing-to-attach' })]);
}

/**
 * Renders a document that has been composed.
 *
 * @param attachments files that it is to carry
 * @throws ReportError if a font is at fault, if something fits no page, or if there is a seal and no sign-off to put it on;
 *   `usage/argument` for `attachData`
 */
export async function renderDocument(
  document: Document,
  options: DocumentOptions,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  if (options.attachData) throw nothingToAttach();
  return (await renderComposed(document, options, attachments)).bytes;
}

/** A report as PDF; see `renderReport`. */
export function toPdf(report: AnyReport, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'pdf' });
}

/** A report as a Word file; see `renderReport`. */
export function toDocx(report: AnyReport, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'docx' });
}

/** A report as a web page; see `renderReport`. */
export function toHtml(report: AnyReport, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'html' });
}

/** A report as OFD (GB/T 33190-2016), page for page as the PDF; see `renderReport`. */
export function toOfd(report: AnyReport, options: LookOptions = {}): Promise<Uint8Array> {
  return renderReport(report, { ...options, format: 'ofd' });
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
export function toPdfStream(report: AnyReport, options: LookOptions = {}): Readable {
  return streamOf(() => toPdf(report, options));
}

/** A report as a stream of DOCX; problems reach it as its `error`. */
export function toDocxStream(report: AnyReport, options: LookOptions = {}): Readable {
  return streamOf(() => toDocx(report, options));
}

/** A report as a stream of HTML; problems reach it as its `error`. */
export function toHtmlStream(report: AnyReport, options: LookOptions = {}): Readable {
  return streamOf(() => toHtml(report, options));
}

/** A report as a stream of OFD; problems reach it as its `error`. */
export function toOfdStream(report: AnyReport, options: LookOptions = {}): Readable {
  return streamOf(() => toOfd(report, options));
}

/** The characters of a document that the user's own fonts lack, with the shipped fonts that stand in for them. */
function substitutionsIn(
  document: Document,
  { fonts: files, theme = gbt9704, ...options }: LookOptions,
): readonly Diagnostic[] {
  if (files === undefined) return [];
  const { fonts, release } = leaseFonts(files, options);
  try {
    return substitutions(textsOf(document, theme), fonts);
  } finally {
    release();
  }
}

/** Findings about how a document looks with these options: characters that own fonts lack, and a seal that is not transparent. */
export async function lookFindings(document: Document, options: LookOptions): Promise<readonly Diagnostic[]> {
  return [
    ...substitutionsIn(document, options),
    ...(options.seal ? await sealFindings(limited(options.seal, options)) : []),
  ];
}

/** The characters of a report that the user's own fonts lack, with the shipped fonts that stand in for them. */
export function fontSubstitutions(report: AnyReport, options: LookOptions = {}): readonly Diagnostic[] {
  return options.fonts === undefined ? [] : substitutionsIn(composeReport(report, options), options);
}
