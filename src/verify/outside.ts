import { isEdgeFurniture } from '../readers/match/furniture.js';
import type { Step } from './align-parts.js';
import { headOf, type ShownPart, textOfPart } from './shown-part.js';

/**
 * The element around a part of a page, such as `div#zoom` of `div#zoom > p:nth-of-type(4)`. An element that is known by its own id is
 * told by that; its selector does not say what is around it.
 */
function around(part: ShownPart): string {
  const { element = '' } = headOf(part);
  const end = element.lastIndexOf(' > ');
  if (end >= 0) return element.slice(0, end);
  return element.includes('#') ? element : '';
}

const isTitle = ({ signed }: Step): boolean => signed.some((part) => headOf(part).path?.[0] === 'title');

const isTable = ({ kind }: ShownPart): boolean => kind === 'table';

/** Whether a part says what the page says of itself, or says again what is signed, such as the title above the text. */
function isOfPage(part: ShownPart, said: ReadonlySet<string>): boolean {
  const { text, at = '' } = headOf(part);
  if (part.isAside || said.has(part.flat)) return true;
  return part.kind === 'text' && isEdgeFurniture({ kind: 'paragraph', text: text.trim(), at });
}

/**
 * Tells the parts of a page that are around a report and not of it: everything above its title; below that and after its end what a page
 * says of itself, and what stands in other elements than the report. Inside a report nothing is of the page.
 */
export function outsideOf(steps: readonly Step[]): ReadonlySet<ShownPart> {
  const isPaired = (step: Step) => step.signed.length > 0 && step.published.length > 0;
  const isOfText = (step: Step) => isPaired(step) && !isTitle(step);
  const [title, first, last] = [
    steps.findIndex((step) => isPaired(step) && isTitle(step)),
    steps.findIndex(isOfText),
    steps.findLastIndex(isOfText),
  ];
  const homes = new Set(steps.filter(isPaired).flatMap(({ published }) => published.map(around)));
  const said = new Set(steps.filter(isTitle).map(({ signed }) => signed.map(({ flat }) => flat).join('')));
  /** A table right behind the end of a report is not of the page, in whatever element it is laid. */
  const isRightBehind = (at: number) => steps.slice(last + 1, at).every(({ published }) => published.every(isTable));
  const isOutside = (part: ShownPart, at: number) => {
    if (at > first && at < last) return false;
    if (at < (title < 0 ? first : title) || isOfPage(part, said)) return true;
    if (isTable(part) && at > last && isRightBehind(at)) return false;
    return !homes.has(around(part));
  };
  return new Set(
    steps.flatMap(({ signed, published }, at) =>
      signed.length > 0 ? [] : published.filter((part) => textOfPart(part) !== '' && isOutside(part, at)),
    ),
  );
}
