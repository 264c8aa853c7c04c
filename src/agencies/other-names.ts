/** A place with whose name that of an agency begins: 临溪县 of 临溪县财政局. What is a place only by its last character (城市, 市区) is shorter. */
const PLACE = /^([^省市县区旗州盟]{1,10})(自治区|自治州|自治县|自治旗|特别行政区|[省市县区旗州盟])(?=..)/u;

/** What agencies are whose whole name is that of their place; without it they could be any. */
const NAMELESS = /^(?:人民政府|政府|管理委员会|管委会|办事处)/u;

/** Another agency that one also is, by the plate at its door: （临溪县知识产权局）. */
const PLATE = /\([^()]+(?:[局委办院所会站队厅部社]|办公室|中心)\)$/u;

/** Another name of an agency, and the place before it that it is short of. */
interface ShortName {
  readonly key: string;
  readonly place: string;
}

/**
 * How an agency is also called, by the key of its name: without the place before it, wholly (财政局) or in part (县财政局, 临溪财政局), as
 * is written where it is plain which one is meant. Of places one in another, first the outer ones are left out.
 */
export function shortNames(key: string): readonly ShortName[] {
  const [place, stem = '', kind = ''] = PLACE.exec(key) ?? [];
  if (place === undefined) return [];
  const rest = key.slice(place.length);
  const short = NAMELESS.test(rest) ? [`${kind}${rest}`] : [rest, `${kind}${rest}`, `${stem}${rest}`];
  return [...short.map((one) => ({ key: one, place })), ...shortNames(rest)];
}

/** A name without the plate of another agency behind it; the same if it has none. */
export const withoutPlate = (key: string): string => key.replace(PLATE, '');
