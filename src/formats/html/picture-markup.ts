import { escapeXml } from '../../bytes/xml.js';
import { type ByKind, byKind } from '../../model/by-kind.js';
import type { Mark, Picture } from '../../model/drawing.js';

/** Lengths to a tenth of a pixel: the same in every engine, and no longer than can be seen. */
const px = (length: number): string => String(Math.round(length * 10) / 10);

const MARKS: ByKind<Mark, [hatching: string], string> = {
  bar: ({ x, y, width, height, fill }, hatching) => {
    const look = fill === 'full' ? 'class="full"' : `class="hatched" fill="url(#${hatching})"`;
    return `<rect ${look} x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;
  },
  rule: ({ x1, y1, x2, y2, isFaint }) =>
    `<line${isFaint ? ' class="faint"' : ''} x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`,
  label: ({ x, y, anchor, text, isSoft }) => {
    const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    return `<text${isSoft ? ' class="soft"' : ''} x="${px(x)}" y="${px(y)}"${side}>${escapeXml(text)}</text>`;
  },
};

function pictureSvg({ title, description, width, height, marks }: Picture, id: string): string {
  const hatching = `${id}p`;
  const drawn = marks.map((mark) => byKind(MARKS, mark, hatching)).join('');
  const isHatched = marks.some((mark) => mark.kind === 'bar' && mark.fill === 'hatched');
  const pattern = `<pattern id="${hatching}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="stripe" width="2" height="6"/></pattern>`;
  // As an attribute: checkers of style sheets do not know it.
  return `<svg role="img" paint-order="stroke" aria-labelledby="${id}t ${id}d" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}">
<title id="${id}t">${escapeXml(title)}</title><desc id="${id}d">${escapeXml(description)}</desc>
${isHatched ? `<defs>${pattern}</defs>` : ''}${drawn}
</svg>`;
}

/** Pictures of a table's figures, beside each other as far as there is room. @param id what their ids begin with */
export function picturesHtml(pictures: readonly Picture[], id: string): string {
  return `<div class="pictures">\n${pictures.map((one, i) => pictureSvg(one, `${id}c${i + 1}`)).join('\n')}\n</div>\n`;
}

/**
 * How pictures look, on screens light and dark and on paper. What was before is hatched, so that nothing hangs on colours; every bar has its figure beside
 * it, and lines to read by are interrupted where a figure stands.
 */
export const PICTURE_STYLE = `.pictures{--bar:#0a4f9e;--ground:#fff;display:flex;flex-wrap:wrap;gap:1.25rem 2rem;margin:1rem 0}
.pictures svg{display:block;max-width:100%;height:auto;break-inside:avoid;font:13px/1 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
.pictures text{fill:var(--ink);stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}.pictures .soft{fill:var(--soft)}
.pictures rect{stroke:var(--bar)}.pictures .full,.pictures .stripe{fill:var(--bar)}.pictures .ground{fill:var(--ground)}.pictures pattern rect{stroke:none}
.pictures line{stroke:var(--ink)}.pictures .faint{stroke:var(--rule);stroke-dasharray:2 3}
@media screen and (prefers-color-scheme:dark){.pictures{--bar:#8fbcf7;--ground:#151515}}
@media (forced-colors:active){.pictures{--bar:CanvasText;--ground:Canvas}}
@media print{.pictures{--soft:#000;--rule:#767676;gap:8pt 16pt;margin:6pt 0}}
`;
