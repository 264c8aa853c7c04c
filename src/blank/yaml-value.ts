/** A text that YAML takes for a text, within brackets too, without quotation marks. */
const PLAIN = /^[\p{L}（《“][\p{L}\p{N}，。；：、！？《》“”（）〔〕—…·.@/-]*$/u;

/** Words that YAML takes for something else, now or in its older versions. */
const WORD = /^(?:true|false|null|yes|no|on|off|[yn])$/i;

/** A text, a figure or a blank as YAML has it. Texts in JSON's quotation marks are YAML. */
function scalar(value: unknown): string {
  if (typeof value === 'string' && PLAIN.test(value) && !WORD.test(value)) return value;
  return JSON.stringify(value) ?? 'null';
}

/** A value on one line. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{ ${entries.map(([key, one]) => `${key}: ${inline(one)}`).join(', ')} }`;
}

const isCompound = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value is short enough to stand in the line of its key. */
const isShort = (value: object): boolean => {
  const inner = Object.values(value);
  return !Array.isArray(value) && inner.length <= 3 && inner.every((one) => typeof one === 'number');
};

/** A key with its value, as lines that are indented by the levels they stand below the key; lists item by item. */
export function entry(key: string, value: unknown): readonly (readonly [level: number, text: string])[] {
  if (!isCompound(value) || isShort(value)) return [[0, `${key}: ${inline(value)}`]];
  if (Array.isArray(value)) return [[0, `${key}:`], ...value.map((item) => [1, `- ${inline(item)}`] as const)];
  const inner = Object.entries(value).filter(([, one]) => one !== undefined);
  return [
    [0, `${key}:`],
    ...inner.flatMap(([name, one]) => entry(name, one).map(([level, text]) => [level + 1, text] as const)),
  ];
}
