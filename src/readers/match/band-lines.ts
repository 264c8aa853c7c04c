import type { Form } from '../../form/form.js';
import { once } from '../../memo/once.js';
import type { SourceBlock } from '../neutral/reading.js';
import { lettersOf } from './label-words.js';

const bandsOf = once(
  (form: Form): ReadonlySet<string> =>
    new Set(
      Object.values(form.tables).flatMap(({ groups }) =>
        groups.flatMap(({ band }) => (band === undefined ? [] : [lettersOf(band)])),
      ),
    ),
);

/**
 * Whether a paragraph is a band of one of the form's tables, typed above its part of the table: it says nothing besides, and does not
 * end the table.
 */
export const isBandLine = (block: SourceBlock, form: Form): boolean =>
  block.kind === 'paragraph' && block.text.length <= 40 && bandsOf(form).has(lettersOf(block.text));
