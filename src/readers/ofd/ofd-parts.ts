import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import { memo } from '../../memo/memo.js';
import { type Element, parseXml } from '../neutral/markup.js';
import { unpackParts } from '../neutral/unpack-parts.js';

/** Markup and attached data. */
const WANTED = /\.(?:xml|json)$/i;

export const damagedOfd = (name: string, found: string): ReportError =>
  new ReportError([diagnostic('read/damaged', { cause: 'ofd', file: name, reason: found })]);

/** The parts of an OFD file that are read: markup, attached data. Names are as OFD writes them, from the root, with or without a slash. */
export interface OfdParts {
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The root element of a part; undefined if there is none. */
  readonly xml: (name: string) => Element | undefined;
}

const decoder = new TextDecoder();

/** Unpacks what is read of a file. @throws ReportError `read/damaged`, `read/too-large` */
export function openParts(file: Uint8Array, name: string): OfdParts {
  const parts = new Map(
    Object.entries(unpackParts(file, name, WANTED, damagedOfd)).map(([part, content]) => [part.toLowerCase(), content]),
  );
  const bytes = (part: string) => parts.get(part.replace(/^\/+/, '').toLowerCase());
  const rootOf = (part: string): Element | undefined => {
    const content = bytes(part);
    const root = content && parseXml(decoder.decode(content)).children.find((child) => typeof child !== 'string');
    return root as Element | undefined;
  };
  // A template is named by each page that it is behind.
  const roots = memo<Element | undefined>(LIMITS.packageParts.most);
  const xml = (part: string): Element | undefined => roots(part, () => rootOf(part));
  return { bytes, xml };
}

/** Where a part leads: its place is from the folder of the part that names it, or from the root with a slash before it. */
export function placeFrom(part: string, place: string): string {
  if (place.startsWith('/')) return place.slice(1);
  const steps = [...part.split('/').slice(0, -1), ...place.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
