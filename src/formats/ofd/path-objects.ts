import type { FillItem, RuleItem, ShapeItem } from '../../typeset/page.js';
import { around, type Box, boundary, boxOf, microns, millimetres, outlineOf } from './lengths.js';

/** Rules, grounds and outlines (GB/T 33190-2016, 9.1). Places in a path are counted from the corner of its boundary. */

/** `E7E6E6` as red, green and blue. */
const values = (colour: string): string =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(' ');

const point = ({ left, top }: Box, x: number, y: number): string => `${millimetres(x - left)} ${millimetres(y - top)}`;

/** The ink of a rule: half of its weight on either side. */
function ruleBox({ x1, y1, x2, y2, weight }: RuleItem): Box {
  const half = Math.ceil(microns(weight) / 2);
  return {
    left: microns(Math.min(x1, x2)) - half,
    top: microns(Math.min(y1, y2)) - half,
    right: microns(Math.max(x1, x2)) + half,
    bottom: microns(Math.max(y1, y2)) + half,
  };
}

/** Rules of one weight as one path. */
export function ruleObject(rules: readonly RuleItem[], id: number): string {
  const box = rules.map(ruleBox).reduce(around);
  const steps = rules.map(
    ({ x1, y1, x2, y2 }) => `M ${point(box, microns(x1), microns(y1))} L ${point(box, microns(x2), microns(y2))}`,
  );
  const weight = millimetres(microns(rules[0]?.weight ?? 0));
  return `<ofd:PathObject ID="${id}" Boundary="${boundary(box)}" LineWidth="${weight}"><ofd:AbbreviatedData>${steps.join(' ')}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function filled(box: Box, colour: string, data: string, id: number): string {
  return `<ofd:PathObject ID="${id}" Boundary="${boundary(box)}" Stroke="false" Fill="true"><ofd:FillColor Value="${values(colour)}"/><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A filled rectangle. */
export function fillObject(item: FillItem, id: number): string {
  const box = boxOf(item);
  return filled(box, item.colour, outlineOf(box), id);
}

/** The commands of a path as OFD writes them: B for a cubic curve, C to close. */
const COMMANDS: { readonly [command: string]: string } = { M: 'M', L: 'L', C: 'B', Z: 'C' };

/** A filled outline. */
export function shapeObject({ path, colour }: ShapeItem, id: number): string {
  const steps = path.match(/[A-Z][^A-Z]*/g) ?? [];
  const read = steps.map((step) => {
    const places = (step.slice(1).match(/\S+/g) ?? []).map((number) => microns(Number(number)));
    return { command: step.charAt(0), places };
  });
  const corners = read.flatMap(({ places }) =>
    places.flatMap((x, i) =>
      i % 2 === 0 ? [{ left: x, right: x, top: places[i + 1] ?? 0, bottom: places[i + 1] ?? 0 }] : [],
    ),
  );
  const box = corners.reduce(around);
  const data = read.map(({ command, places }) => {
    const numbers = places.map((place, i) => millimetres(place - (i % 2 === 0 ? box.left : box.top)));
    return [COMMANDS[command], ...numbers].join(' ');
  });
  return filled(box, colour, data.join(' '), id);
}
