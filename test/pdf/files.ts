import { type LookOptions, renderDocument, toPdf } from '../../src/index.js';
import type { Block, Document } from '../../src/model/document.js';
import { sealPicture } from '../docx/picture.mjs';
import { reports } from '../render/reports.js';
import { type File, loadPdf } from './clauses/file.mjs';

export type Fixture = (typeof reports)[number];

const named = (name: string): Fixture => reports.find((one) => one.name === name) as Fixture;

/** The fixture with the longest names, texts and tables; it has a sign-off and links. */
export const extreme = named('2021/extreme.json');
/** The one whose numbers and texts are those of a published report. */
export const published = named('2019/yinchuan-2020.json');

export const seal = { image: sealPicture(200), width: 42 };

/** The ways in which a PDF can be finished. */
export const finishes = {
  plain: {},
  draft: { draft: true },
  sealed: { seal },
  'with its data': { attachData: true },
  'with all of it': { draft: true, seal, attachData: true },
} as const satisfies { [name: string]: LookOptions };

const made = new Map<string, Promise<Uint8Array>>();

/** A fixture's PDF, finished in one way; made once for all tests of a file. */
export function bytesOf({ name, report }: Fixture, finish: keyof typeof finishes = 'plain'): Promise<Uint8Array> {
  const bytes = made.get(name + finish) ?? toPdf(report, finishes[finish]);
  made.set(name + finish, bytes);
  return bytes;
}

/** The same as its objects, read anew so that they may be spoilt. */
export async function open(fixture: Fixture, finish: keyof typeof finishes = 'plain'): Promise<File> {
  return loadPdf(await bytesOf(fixture, finish));
}

/** A document of these blocks, with the facts of the minimal report. */
export const documentOf = (blocks: readonly Block[]): Document => ({
  meta: named('2021/minimal.json').document.meta,
  blocks,
});

export const pdfOf = (blocks: readonly Block[]): Promise<Uint8Array> =>
  renderDocument(documentOf(blocks), { format: 'pdf' });
