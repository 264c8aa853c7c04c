import { ReportError } from '../../diagnostics/diagnostic.js';
import { PROGRAM } from '../../model/program.js';
import { laidOver } from './annotations.js';
import { drawUpright } from './draw-upright.js';
import { guardStreams } from './guard-streams.js';
import { matrixOf } from './matrix.js';
import type { OpenedFile, OpenedPage } from './opened-file.js';
import type { LoadPdfEngine, PdfEngine, PdfFile, PdfLayers } from './pdf-engine.js';
import { damaged, locked, MOST_GLYPHS, MOST_OPERATORS, MOST_PAGES, tooLarge } from './pdf-faults.js';
import { runOperators } from './run-operators.js';
import { readTags, type Tagged } from './tag-tree.js';

/** Annotations are not drawn, but told. */
const NO_ANNOTATIONS = 0;

/** Pictures with more dots are not decoded: none of them is a rule. */
const LARGEST_RULE = 4096;

/** What the engine stumbled over, told in our words: its own are English, and of its insides. */
function fault(error: unknown, name: string, found: string): ReportError {
  if (error instanceof ReportError) return error;
  return error instanceof Error && error.name === 'PasswordException' ? locked(name) : damaged(name, found);
}

async function openPage(file: PdfFile, number: number, ops: PdfEngine['OPS'], layers: PdfLayers) {
  const page = await file.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const tree = await page.getStructTree();
  const operators = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  const annotations = await page.getAnnotations();
  const fonts = page.commonObjs;
  const drawn = runOperators(operators, ops, {
    page: matrixOf(transform),
    width,
    height,
    layers,
    fontOf: (name) => (fonts.has(name) ? fonts.get(name) : undefined),
  });
  page.cleanup();
  return {
    page: drawUpright(drawn, number, { width, height }),
    tagged: tree ? readTags(tree) : [],
    over: laidOver(annotations, matrixOf(transform)),
    operators: operators.fnArray.length,
  };
}

/** The tags of our own files, in which each text is one paragraph. */
const wholes = (tagged: readonly Tagged[]): readonly Tagged[] =>
  tagged.map((one) => (one.kind === 'text' ? { ...one, isWhole: true } : one));

async function readFile(file: PdfFile, name: string, ops: PdfEngine['OPS']): Promise<OpenedFile> {
  if (file.numPages > MOST_PAGES) throw tooLarge(name, `${file.numPages} 页`);
  const layers = await file.getOptionalContentConfig();
  const { info } = await file.getMetadata();
  const pages: OpenedPage[] = [];
  let [glyphs, operators] = [0, 0];
  for (let number = 1; number <= file.numPages; number++) {
    const opened = await openPage(file, number, ops, layers).catch((error) => {
      throw fault(error, name, `第 ${number} 页已经损坏`);
    });
    glyphs += opened.page.glyphs.length;
    operators += opened.operators;
    if (operators > MOST_OPERATORS) throw tooLarge(name, `前 ${number} 页就有 ${operators} 个绘图指令`);
    if (glyphs > MOST_GLYPHS) throw tooLarge(name, `前 ${number} 页就有 ${glyphs} 字`);
    pages.push(info.Producer === PROGRAM ? { ...opened, tagged: wholes(opened.tagged) } : opened);
  }
  const attached = Object.values((await file.getAttachments()) ?? {});
  return {
    pages,
    title: typeof info.Title === 'string' ? info.Title : '',
    attached: attached.flatMap(({ filename, content }) => (content && /\.json$/i.test(filename) ? [content] : [])),
  };
}

/**
 * Takes the fonts of a file and shows nothing. Without a page to show them on, the engine works out the outline of each glyph, which
 * takes longer than all reading.
 */
const NO_DOCUMENT = {
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => 0 }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
};

/** Nothing is fetched, run or left behind. What is broken is told by an error, not written to a console. */
const optionsFor = (bytes: Uint8Array, cMaps: string) => ({
  // A copy of its own, and no Buffer: the engine keeps it.
  data: new Uint8Array(bytes),
  cMapUrl: cMaps,
  cMapPacked: true,
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: false,
  ownerDocument: NO_DOCUMENT,
  useSystemFonts: false,
  enableXfa: false,
  maxImageSize: LARGEST_RULE,
  stopAtErrors: false,
});

/**
 * Reads what is drawn and tagged in a PDF.
 *
 * @throws ReportError `read/damaged`, `read/unsupported`, `read/too-large`, `package/missing`
 */
export async function openPdf(bytes: Uint8Array, name: string, load: LoadPdfEngine): Promise<OpenedFile> {
  const { getDocument, OPS, cMaps, guard = (work) => work() } = await load();
  guardStreams(bytes, name);
  return guard(async () => {
    const loading = getDocument(optionsFor(bytes, cMaps));
    try {
      return await readFile(await loading.promise, name, OPS);
    } catch (error) {
      throw fault(error, name, '文件的结构已经损坏');
    } finally {
      await loading.destroy();
    }
  });
}
