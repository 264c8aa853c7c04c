import { escapeXml } from '../../bytes/xml.js';
import { NO_DAY } from '../../model/day.js';
import type { Meta } from '../../model/document.js';
import { PROGRAM } from '../../model/program.js';
import { boundary, boxOf, millimetres, outlineOf } from './lengths.js';
import type { PageLink } from './ofd-drawing.js';
import { part } from './ofd-xml.js';

/** Links of pages (GB/T 33190-2016, clause 15): areas that lead to an address and show nothing. */

/** The links of a page, by its number. */
export interface LinkedPage {
  readonly page: number;
  readonly links: readonly PageLink[];
}

function linkElement(link: PageLink, day: string, nextId: () => number): string {
  const box = boxOf(link);
  const [wide, high] = [millimetres(box.right - box.left), millimetres(box.bottom - box.top)];
  const action = `<ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="${escapeXml(link.href)}"/></ofd:Action></ofd:Actions>`;
  const area = `<ofd:AbbreviatedData>${outlineOf(box)}</ofd:AbbreviatedData>`;
  const path = `<ofd:PathObject ID="${nextId()}" Boundary="0 0 ${wide} ${high}" Stroke="false" Fill="false">${action}${area}</ofd:PathObject>`;
  return `<ofd:Annot ID="${nextId()}" Type="Link" Creator="${PROGRAM}" LastModDate="${day}"><ofd:Appearance Boundary="${boundary(box)}">${path}</ofd:Appearance></ofd:Annot>`;
}

/** The parts of links, by their names from the document part; none without links. */
export function annotationParts(
  pages: readonly LinkedPage[],
  { date = NO_DAY }: Pick<Meta, 'date'>,
  nextId: () => number,
) {
  const linked = pages.flatMap(({ page, links }, i) =>
    links.length > 0 ? [{ page, links, name: `Page_${i}.xml` }] : [],
  );
  if (linked.length === 0) return {};
  const list = linked.map(
    ({ page, name }) => `<ofd:Page PageID="${page}"><ofd:FileLoc>${name}</ofd:FileLoc></ofd:Page>`,
  );
  return {
    'Annots/Annotations.xml': part('Annotations', list.join('')),
    ...Object.fromEntries(
      linked.map(({ links, name }) => [
        `Annots/${name}`,
        part('PageAnnot', links.map((link) => linkElement(link, date, nextId)).join('')),
      ]),
    ),
  };
}
