import type { CharacterKind } from '../src/characters/kinds.js';

export function charactersPage(kinds: readonly CharacterKind[]): string;
