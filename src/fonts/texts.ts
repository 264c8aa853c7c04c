import { allTexts } from '../model/block-texts.js';
import type { Document } from '../model/document.js';
import { faceOf, type Theme } from '../theme/theme.js';
import type { Covered } from './coverage.js';

/** Every text of a document with the role it will be set in. */
export function textsOf(document: Document, theme: Theme): readonly Covered[] {
  return allTexts(document).map(({ text, style, path, paragraph }) => {
    return { text, role: faceOf(style, theme), path, paragraph };
  });
}
