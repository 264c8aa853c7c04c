import { attributeOf, childOf, descendants, type Element, parseXml, valOf } from '../neutral/markup.js';

/** What paragraph or style properties say that matters for reading. */
export interface WordStyle {
  readonly level?: number;
  readonly isHidden?: boolean;
  readonly isStruck?: boolean;
  /** Of a style of tables: it colours some of their cells. */
  readonly hasGround?: boolean;
  readonly isContents?: boolean;
  readonly list?: string;
  readonly listLevel?: number;
  readonly align?: 'center' | 'right';
}

/** Whether an on/off property is on: if it is there, it is unless it says otherwise. */
export function isOn(properties: Element | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property && !['0', 'false', 'off'].includes(attributeOf(property, 'val') ?? '1');
}

function alignment(value: string | undefined): WordStyle['align'] {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : undefined;
}

function outlineLevel(properties: Element | undefined): number | undefined {
  const level = valOf(properties, 'outlineLvl');
  return level !== undefined && Number(level) < 9 ? Number(level) + 1 : undefined;
}

/** What the properties of a paragraph say themselves. */
export function paragraphStyle(properties: Element | undefined): WordStyle {
  const numbering = childOf(properties, 'numPr');
  const [align, level] = [alignment(valOf(properties, 'jc')), outlineLevel(properties)];
  const [list, listLevel] = [valOf(numbering, 'numId'), valOf(numbering, 'ilvl')];
  return {
    ...(align !== undefined && { align }),
    ...(level !== undefined && { level }),
    ...(list !== undefined && { list }),
    ...(listLevel !== undefined && { listLevel: Number(listLevel) }),
  };
}

/** Whether properties of a run, a paragraph or a cell colour what is behind the text. */
export const hasGround = (properties: Element | undefined): boolean => isGround(childOf(properties, 'shd'));

const isGround = (shading: Element | undefined): boolean =>
  shading !== undefined &&
  (attributeOf(shading, 'val') === 'solid' || !/^(?:|auto|f{6})$/i.test(attributeOf(shading, 'fill') ?? ''));

/** Whether the properties of a run strike its text out, once or twice. */
export function struckBy(properties: Element | undefined): boolean | undefined {
  const [once, twice] = [isOn(properties, 'strike'), isOn(properties, 'dstrike')];
  return once === undefined && twice === undefined ? undefined : once === true || twice === true;
}

function styleOf(element: Element): WordStyle {
  const name = valOf(element, 'name') ?? '';
  const level = /^(?:heading|标题) ?(\d)$/i.exec(name)?.[1];
  const isHidden = isOn(childOf(element, 'rPr'), 'vanish');
  const isStruck = struckBy(childOf(element, 'rPr'));
  return {
    ...(level !== undefined && { level: Number(level) }),
    ...paragraphStyle(childOf(element, 'pPr')),
    ...(isHidden !== undefined && { isHidden }),
    ...(isStruck !== undefined && { isStruck }),
    ...(descendants(element, 'shd').some(isGround) && { hasGround: true }),
    ...(/^(?:toc|目录) ?\d?$/i.test(name) && { isContents: true }),
  };
}

/** Styles may be based on each other in a ring in a broken file. */
const DEEPEST = 20;

/** The styles of a file by their ids, each with what it inherits. */
export function wordStyles(xml: string): ReadonlyMap<string, WordStyle> {
  const elements = new Map(
    descendants(parseXml(xml), 'style').map((style) => [attributeOf(style, 'styleId') ?? '', style]),
  );
  const whole = (id: string | undefined, depth: number): WordStyle => {
    const element = elements.get(id ?? '');
    if (element === undefined || depth > DEEPEST) return {};
    return { ...whole(valOf(element, 'basedOn'), depth + 1), ...styleOf(element) };
  };
  return new Map([...elements.keys()].map((id) => [id, whole(id, 0)]));
}
