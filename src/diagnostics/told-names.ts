/** Characters of a name, and names of many, that a message tells: enough to find them, whatever a list holds. */
const MOST = { characters: 100, names: 20 };

/** A name, or whatever stands in its place, as a message tells it. */
export const toldName = (name: string): string =>
  name.length > MOST.characters ? `${name.slice(0, MOST.characters)}……` : name;

/** Names as a message tells them: the first ones, and the last. */
export function toldNames(names: readonly string[]): readonly string[] {
  const told = names.length > MOST.names ? [...names.slice(0, MOST.names - 1), '……', ...names.slice(-1)] : names;
  return told.map(toldName);
}
