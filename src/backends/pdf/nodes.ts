import { ASCENT } from '../../typeset/draw-table.js';
import type { FillItem, ImageItem, Page, RuleItem, ShapeItem, TextItem } from '../../typeset/page.js';
import type { SetRun } from '../../typeset/set-line.js';
import { liveAddress } from './links.js';
import { artifactOf, type Mark } from './marks.js';
import type { Tag, TagTree } from './tags.js';

/**
 * Pages as the nodes of a pdfmake definition: each line one `noWrap` text, each rule and fill a vector, at its place. What
 * pdfmake does not know goes along under keys of our own, on inlines, vectors and images, which it hands on to the renderer.
 */

/** What goes along with a text. */
export interface TextNote {
  readonly mark: Mark;
  readonly bookmark: TextItem['bookmark'] | undefined;
  readonly link: LinkArea | undefined;
}

/** Where a link can be clicked, in points from the top left corner of the page, and where it leads. */
export interface LinkArea {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Neighbouring runs of a line that lead to one address, or to none. */
interface Stretch {
  readonly href: string | undefined;
  readonly runs: SetRun[];
}

/** Each paragraph's last link, which its next line may go on with. */
type LastLinks = Map<Tag, { readonly href: string; readonly tag: Tag }>;

function stretches(runs: readonly SetRun[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const run of runs) {
    const href = run.href === undefined ? undefined : liveAddress(run.href);
    const last = found.at(-1);
    if (last && last.href === href) last.runs.push(run);
    else found.push({ href, runs: [run] });
  }
  return found;
}

/** A link is one element, on however many lines it stands. */
function linkMark(parent: Tag, href: string, links: LastLinks): Mark {
  const last = links.get(parent);
  const tag: Tag = last?.href === href ? last.tag : { type: 'Link', kids: [] };
  links.set(parent, { href, tag });
  return { tag, parent };
}

function markOf({ role }: TextItem, href: string | undefined, tags: TagTree, links: LastLinks): Mark {
  if (role.kind === 'artifact') return artifactOf(role.of);
  const tag = tags.of(role);
  if (href !== undefined) return linkMark(tag, href, links);
  links.delete(tag);
  return { tag };
}

function linkArea(item: TextItem, { href, runs }: Stretch, size: number): LinkArea | undefined {
  const [first, last] = [runs[0], runs.at(-1)];
  if (href === undefined || !first || !last) return undefined;
  const width = last.x + last.width - first.x;
  return { href, x: item.x + first.x, y: item.baseline - ASCENT * size, width, height: size };
}

function textNode(item: TextItem, stretch: Stretch, bookmark: TextItem['bookmark'], mark: Mark): object {
  const size = Math.max(...stretch.runs.map((run) => run.size));
  const note: TextNote = { mark, bookmark, link: linkArea(item, stretch, size) };
  return {
    text: stretch.runs.map(({ text, face, size: fontSize, x, spacing }) => {
      return { text, font: face, fontSize, characterSpacing: spacing, left: x, note };
    }),
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    absolutePosition: { x: item.x, y: item.baseline - ASCENT * size },
  };
}

function textNodes(item: TextItem, tags: TagTree, links: LastLinks): readonly object[] {
  return stretches(item.runs).map((stretch, i) => {
    const bookmark = i === 0 ? item.bookmark : undefined;
    return textNode(item, stretch, bookmark, markOf(item, stretch.href, tags, links));
  });
}

function imageNode({ x, y, width, height, png }: ImageItem): object {
  const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return { image, width, height, absolutePosition: { x, y }, mark: artifactOf('seal') };
}

function vector(item: RuleItem | FillItem | ShapeItem): object {
  if (item.kind === 'rule') {
    const { x1, y1, x2, y2, weight } = item;
    return { type: 'line', x1, y1, x2, y2, lineWidth: weight, mark: artifactOf('layout') };
  }
  const color = `#${item.colour}`;
  if (item.kind === 'shape') return { type: 'path', d: item.path, color, lineWidth: 0, mark: artifactOf('watermark') };
  const { x, y, width, height } = item;
  return { type: 'rect', x, y, w: width, h: height, color, lineWidth: 0, mark: artifactOf('layout') };
}

/** Vectors that follow each other share a node: pdfmake spends more on nodes than on what is in them. */
function pageNodes({ items }: Page, tags: TagTree, links: LastLinks): readonly object[] {
  const nodes: object[] = [];
  let canvas: object[] = [];
  for (const item of items) {
    if (item.kind !== 'text' && item.kind !== 'image') {
      if (canvas.push(vector(item)) === 1) nodes.push({ canvas, absolutePosition: { x: 0, y: 0 } });
      continue;
    }
    canvas = [];
    if (item.kind === 'image') nodes.push(imageNode(item));
    else nodes.push(...textNodes(item, tags, links));
  }
  return nodes;
}

/** The content of a pdfmake definition. pdfmake changes what it is given, so it is made anew for each printing. */
export function toNodes(pages: readonly Page[], tags: TagTree): readonly object[] {
  const links: LastLinks = new Map();
  return pages.flatMap((page, i) => {
    const nodes = pageNodes(page, tags, links);
    return nodes.map((node, j) => (i > 0 && j === 0 ? { ...node, pageBreak: 'before' } : node));
  });
}
