import { fc } from '../fast-check.js';
import { inside, listsAt, type Opening, openingsAt, type Place, ROOT, valuesAt } from './template-places.js';

type Text = fc.Arbitrary<string>;

const joined = (...parts: Text[]): Text => fc.tuple(...parts).map((texts) => texts.join(''));
const spaced = (...parts: Text[]): Text => fc.tuple(...parts).map((texts) => texts.filter(Boolean).join(' '));
const one = (...texts: readonly string[]): Text => fc.constantFrom(...texts);
const maybe = (text: Text): Text => fc.oneof(one(''), text);

const tilde = fc.oneof({ weight: 3, arbitrary: one('') }, one('~'));
const tag = (text: Text) => joined(one('{{'), tilde, text, tilde, one('}}'));

const literal = one('0', '1', '12', '-3', '0.5', '"网站"', "'6'", 'true', 'false', 'null', 'undefined', '""');
const typed = one('甲', '乙。', '\n', '\n\n', ' \n', '\r\n', '  ', '\t', '{ ', ' }} ', '\\{{year}}', ' 丙 ', '\n  ');
const comment = tag(one('! 注', '!-- {{year}} --'));

/** An argument of a call, or what is asked. */
function argument(place: Place, level: number): Text {
  const path = one(...valuesAt(place), ...listsAt(place));
  const simple = fc.oneof({ weight: 4, arbitrary: path }, literal);
  if (level === 0) return simple;
  return fc.oneof({ weight: 4, arbitrary: simple }, joined(one('('), call(place, level - 1), one(')')));
}

function call(place: Place, level: number): Text {
  const value = argument(place, level);
  return fc.oneof(
    spaced(one('sum', 'difference', 'share', 'eq', 'gt', 'given', 'list', 'date'), value, value),
    spaced(one('list', 'numeral', 'ordinal', 'given', 'sum', 'date'), value),
    spaced(one('sum', 'list'), one(...listsAt(place), 'null'), one('"name"', '"count"', '"unit"')),
  );
}

/** `if` and `unless`, with what else there may be, chained or not. */
function question(place: Place, level: number): Text {
  const body = template(place, level - 1);
  const option = one('', '', '', 'includeZero=true', 'includeZero=false', `includeZero=${valuesAt(place)[0]}`);
  const asked = spaced(argument(place, 1), option);
  const chained = joined(tag(spaced(one('else if', 'else unless'), asked)), body);
  const rest = joined(
    fc.array(chained, { maxLength: 2 }).map((texts) => texts.join('')),
    maybe(joined(tag(one('else', '^')), body)),
  );
  const block = (name: string) => joined(tag(spaced(one(`#${name}`), asked)), body, rest, tag(one(`/${name}`)));
  return fc.oneof(block('if'), block('unless'));
}

/** `each` and `with`. Some of their names are those of variables, too, which they hide. */
function opening(place: Place, level: number): Text {
  const openings: readonly Opening[] = openingsAt(place);
  if (openings.length === 0) return typed;
  const named = fc.tuple(one('item', 'name', 'year'), one('index', 'count'), fc.nat({ max: 2 }));
  return fc.tuple(fc.constantFrom(...openings), named).chain(([found, [item, index, many]]) => {
    const names = [item, index].slice(0, Math.min(many, found.block === 'each' ? 2 : 1));
    const as = names.length > 0 ? ` as |${names.join(' ')}|` : '';
    return joined(
      tag(one(`#${found.block} ${found.path}${as}`)),
      template(inside(place, found, names), level - 1),
      maybe(joined(tag(one('else')), template(place, level - 1))),
      tag(one(`/${found.block}`)),
    );
  });
}

/** A template that may stand at a place, with blocks up to some levels deep. */
function template(place: Place, level: number): Text {
  const variable = one(...valuesAt(place));
  const printed = fc.oneof(tag(variable), joined(one('{{{'), variable, one('}}}')), tag(call(place, 1)));
  const flat = [typed, typed, printed, printed, comment];
  const deep = level > 0 ? [question(place, level), opening(place, level), opening(place, level)] : [];
  return fc.array(fc.oneof(...flat, ...deep), { maxLength: 3 }).map((pieces) => pieces.join(''));
}

/** Templates over `randomData`, of all that templates may have. */
export const randomTemplate: Text = template(ROOT, 3);
