const NAMES: Readonly<Record<string, string>> = {
  white: '#ffffff',
  snow: '#fffafa',
  ivory: '#fffff0',
  whitesmoke: '#f5f5f5',
  black: '#000000',
  red: '#ff0000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
};

const hex = (part: string): string =>
  Math.min(255, Math.round(part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part)))
    .toString(16)
    .padStart(2, '0');

const isClear = (alpha: string | undefined): boolean => alpha !== undefined && Number.parseFloat(alpha) === 0;

/** A colour as `#rrggbb`, or `transparent`; undefined for one that is not known, such as a variable, a name or a picture. */
export function colourOf(value: string): string | undefined {
  const said = value.trim();
  if (/^(?:transparent|none)$/.test(said)) return 'transparent';
  if (Object.hasOwn(NAMES, said)) return NAMES[said];
  const [, short] = /^#([\da-f]{3})$/.exec(said) ?? [];
  if (short !== undefined) return `#${[...short].map((digit) => digit + digit).join('')}`;
  const [long, alpha] = /^#[\da-f]{6}([\da-f]{2})?$/.exec(said) ?? [];
  if (long !== undefined) return alpha === '00' ? 'transparent' : long.slice(0, 7);
  const [, inside = ''] = /^rgba?\(([^()]*)\)$/.exec(said) ?? [];
  const [red, green, blue, share] = inside.split(/[\s,/]+/).filter((part) => part !== '');
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return isClear(share) ? 'transparent' : `#${[red, green, blue].map(hex).join('')}`;
}

/** Colours whose parts differ by less than this cannot be told apart. */
const NEAR = 12;

/** Whether letters of a colour cannot be told from what they stand on. */
export function isAlike(ink: string | undefined, ground: string | undefined): boolean {
  if (ink === undefined || ground === undefined) return false;
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [1, 3, 5].every((at) => Math.abs(part(ink, at) - part(ground, at)) < NEAR);
}
