import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import type { CharacterCode, CharacterKind } from './kinds.js';
import { scriptName } from './scripts.js';

/** Characters of a kind as facts of a problem. */
export const characterFacts = (
  kind: CharacterKind,
  characters: readonly string[],
  text: string,
  instead?: string,
): FactsOf<CharacterCode> => ({
  characters,
  scripts: kind.code === 'text/script' ? [...new Set(characters.map(scriptName))] : [],
  sort: kind.name,
  instead,
  remedy: kind.hint,
  text,
});

/**
 * Characters that are refused, as an error.
 *
 * @param characters those of the kind, in one text
 * @param found the words that they stand in
 */
export function unprintable(
  kind: CharacterKind,
  characters: readonly string[],
  { path, found }: { readonly path: Path; readonly found: string },
): Diagnostic {
  return diagnostic(kind.code ?? 'text/forbidden-character', characterFacts(kind, characters, found), { path });
}
