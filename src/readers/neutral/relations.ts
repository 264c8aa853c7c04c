import { attributeOf, descendants, parseXml } from './markup.js';

/** A relationship: its kind, the last word of its type, and the part it leads to, by a path from the root of the package. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

function resolved(target: string, folder: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/**
 * What a part of an office file relates to in the same file.
 *
 * @param rels the text of the part with its relationships
 * @param folder the folder of the part itself, with a slash at its end; empty for the root
 */
export function relationsIn(rels: string | undefined, folder: string): readonly Relation[] {
  return descendants(parseXml(rels ?? ''), 'Relationship').flatMap((relation) => {
    const target = attributeOf(relation, 'Target');
    if (target === undefined || attributeOf(relation, 'TargetMode') === 'External') return [];
    const kind = (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? '';
    return [{ id: attributeOf(relation, 'Id') ?? '', kind, part: resolved(target, folder) }];
  });
}
