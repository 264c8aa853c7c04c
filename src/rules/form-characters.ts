import { drawnPoint } from '../characters/drawn-units.js';
import { excerpt } from '../characters/excerpt.js';
import { missingGlyph } from '../characters/missing-glyph.js';
import { type Spot, spotsIn } from '../characters/scan.js';
import { isShipped } from '../characters/shipped.js';
import { unprintable } from '../characters/unprintable.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import type { Faces } from './characters.js';
import { textsIn } from './report-data.js';

/** Something in the words of a form, and the part of the report that prints them. */
interface InForm {
  readonly spot: Spot;
  readonly path: Path;
  readonly found: string;
}

/** What is not plain in the words that a form prints itself: its name, its headings, its tables. Nothing, in the editions. */
const inForm = once(({ name, sections, tables }: Form): readonly InForm[] => {
  const texts = [
    { text: name, path: ['title'] },
    ...sections.map(({ key, heading }) => ({ text: heading, path: ['headings', key] })),
    ...Object.entries(tables).flatMap(([key, spec]) => textsIn(spec, []).map(({ text }) => ({ text, path: [key] }))),
  ];
  return texts.flatMap(({ text, path }) =>
    spotsIn(text).map((spot) => ({ spot, path, found: excerpt(text, spot.at, spot.at + spot.found.length) })),
  );
});

/** What the words of a form have that no format prints. They print as they are, so nothing in them is replaced. */
export function unprintableInForm(form: Form, faces?: Faces): readonly Diagnostic[] {
  return inForm(form).flatMap(({ spot: { kind, found: character }, ...place }) => {
    if (kind?.treatment === 'break' && place.path[0] !== 'headings' && place.path[0] !== 'title') return [];
    if (kind !== undefined && kind.treatment !== 'drawn') return [unprintable(kind, [character], place)];
    return isShipped(drawnPoint(character)) || faces?.has(character) ? [] : [missingGlyph(character, place)];
  });
}
