import { ConcreteHyperlink, TextRun } from 'docx';
import { allTexts } from '../../model/block-texts.js';
import type { Block } from '../../model/document.js';
import { liveAddress } from '../../model/live-address.js';
import { leadsTo, type Relation } from './relationships.js';
import { escapeText, xmlOf } from './written.js';

/** The longest place within a page that Word takes apart from its address. */
const LONGEST_ANCHOR = 255;

/** Where a link leads: a page, and a place in it. */
interface Target {
  readonly page: string;
  readonly anchor?: string;
}

/** Where a link leads; undefined if it may lead nowhere. */
function targetOf(address: string): Target | undefined {
  const href = liveAddress(address);
  if (href === undefined) return undefined;
  const at = href.indexOf('#');
  const anchor = href.slice(at + 1);
  const isApart = at > 0 && anchor.length > 0 && anchor.length <= LONGEST_ANCHOR;
  return isApart ? { page: href.slice(0, at), anchor } : { page: href };
}

/** The relationships of the links in a document, in their order. */
export function linksIn(blocks: readonly Block[]): readonly Relation[] {
  return allTexts({ blocks }).flatMap(({ href }) => {
    const target = href === undefined ? undefined : targetOf(href);
    return target ? [{ ...leadsTo(escapeText(target.page), 'hyperlink'), external: true as const }] : [];
  });
}

/** Runs as a link by a relationship, of which the next is taken; the runs alone if they may lead nowhere. */
export function hyperlink(address: string, runs: string, nextLink: () => number): string {
  const target = targetOf(address);
  if (target === undefined) return runs;
  const link = new ConcreteHyperlink([new TextRun({})], String(nextLink()), target.anchor, address);
  return xmlOf(link).split('<w:r/>').join(runs);
}
