import { allTexts } from '../model/block-texts.js';
import type { Document } from '../model/document.js';
import { faceOf, type Theme } from '../theme/theme.js';
import type { Covered } from './coverage.js';

/** Every text of a document with the role it is set in. The line feeds in cells are breaks, and no characters. */
export function textsOf(document: Document, theme: Theme): readonly Covered[] {
  return allTexts(document).map(({ text, style, path, paragraph }) => {
    const drawn = style in theme.table.cells ? text.replaceAll('\n', '') : text;
    return { text: drawn, role: faceOf(style, theme), path, paragraph };
  });
}
