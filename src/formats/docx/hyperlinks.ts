import { ConcreteHyperlink, TextRun } from 'docx';
import { memo } from '../../memo/memo.js';
import { remembered } from '../../memo/remembered.js';
import type { Block } from '../../model/document.js';
import { liveAddress } from '../../model/live-address.js';
import { leadsTo, type Relation } from './relationships.js';
import { escapeText, xmlOf } from './written.js';

/** The longest fragment that Word takes as an anchor. */
const LONGEST_ANCHOR = 255;

/** The target of a link: a page, and an anchor in it. */
interface Target {
  readonly page: string;
  readonly anchor?: string;
}

function madeTarget(address: string): Target | undefined {
  const href = liveAddress(address);
  if (href === undefined) return undefined;
  const at = href.indexOf('#');
  const anchor = href.slice(at + 1);
  const isApart = at > 0 && anchor.length > 0 && anchor.length <= LONGEST_ANCHOR;
  return isApart ? { page: href.slice(0, at), anchor } : { page: href };
}

/** Targets found before: a link is asked for when links are counted and when it is written, and reports of a place lead to the same pages. */
const known = memo<Target | undefined>(500);
/** Longer addresses are nobody's page, and would take room. */
const LONGEST_KNOWN = 1000;

/** The target of a link; undefined if its address is not live. */
const targetOf = (address: string): Target | undefined =>
  address.length > LONGEST_KNOWN ? madeTarget(address) : known(address, () => madeTarget(address));

/** The relationships of the links in a document, in order. */
export function linksIn(blocks: readonly Block[]): readonly Relation[] {
  const found: Relation[] = [];
  for (const block of blocks) {
    for (const inline of block.kind === 'paragraph' ? block.inlines : []) {
      const target = inline.kind === 'link' ? targetOf(inline.href) : undefined;
      if (target) found.push({ ...leadsTo(escapeText(target.page), 'hyperlink'), external: true });
    }
  }
  return found;
}

/** What stands in the place of what differs between links, in the order in which `docx` writes it; the runs last. */
const [ANCHOR, NUMBER] = ['the-anchor', 'the-number'];

/** A link around what differs, with an anchor or without. */
const linkPieces = remembered(2, (isApart: boolean): readonly string[] => {
  const link = new ConcreteHyperlink([new TextRun({})], NUMBER, isApart ? ANCHOR : undefined, 'an address');
  return xmlOf(link).split(new RegExp(`${ANCHOR}|${NUMBER}|<w:r/>`));
});

/** Wraps runs in a link, using the next relationship; returns them as they are if the address is not live. */
export function hyperlink(address: string, runs: string, nextLink: () => number): string {
  const target = targetOf(address);
  if (target === undefined) return runs;
  const { anchor } = target;
  const contents = [...(anchor === undefined ? [] : [escapeText(anchor)]), String(nextLink()), runs, ''];
  const pieces = linkPieces(anchor !== undefined);
  return pieces.map((piece, i) => piece + contents[i]).join('');
}
