/** The screen on which a page is looked at, in pixels, and those of one em. */
const SCREEN = { width: 1280, height: 800, em: 16 };

/** What only some readers have set: what they see is not what most see. */
const RARE =
  /^(?:prefers-color-scheme:dark|prefers-contrast:(?:more|less|custom)|prefers-reduced-\w+:reduce|forced-colors:active|inverted-colors:inverted|orientation:portrait|hover:none|scripting:none|monochrome|update:none|grid)$/;

const SIZE = /^(min-|max-)?(width|height):([\d.]+)(px|em|rem)?$/;
const RANGE = /^(width|height)([<>]=?)([\d.]+)(px|em|rem)?$/;

const pixels = (number: string, unit: string | undefined): number =>
  Number(number) * (unit?.endsWith('em') ? SCREEN.em : 1);

/** Whether a screen has a feature; one that is not known may be there. */
function has(feature: string): boolean {
  const [, bound, side = 'width', number = '', unit] = SIZE.exec(feature) ?? [];
  if (number !== '') {
    const [own, limit] = [SCREEN[side as 'width'], pixels(number, unit)];
    return bound === 'min-' ? own >= limit : bound === 'max-' ? own <= limit : own === limit;
  }
  const [, range = 'width', sign = '', than = '', ems] = RANGE.exec(feature) ?? [];
  if (sign !== '') return sign.startsWith('<') === SCREEN[range as 'width'] < pixels(than, ems);
  return !RARE.test(feature);
}

function holds(query: string): boolean {
  const [, not, type = 'all', rest = ''] = /^(?:(not)\s+|only\s+)?([a-z]+)?([\s\S]*)$/.exec(query.trim()) ?? [];
  const features = [...rest.matchAll(/\(([^()]*)\)/g)].map(([, feature = '']) => feature.replace(/\s+/g, ''));
  const isMet = (type === 'all' || type === 'screen') && features.every(has);
  return isMet !== (not !== undefined);
}

/** Whether a list of media queries holds for a page on the screen of a desk. */
export const showsOnScreen = (queries: string): boolean =>
  queries.trim() === '' || queries.toLowerCase().split(',').some(holds);
