import { printed, spelled } from '../characters/scan.js';
import { trimmed } from '../characters/white-space.js';
import type { Path } from '../diagnostics/diagnostic.js';
import type { Heading, Paragraph } from '../model/document.js';

// Blocks of documents that are about reports. They quote what cannot be printed: it is spelled out.

export const legible = (text: string): string => spelled(trimmed(printed(text)));

export const plainParagraph = (text: string, path: Path = []): Paragraph => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text: legible(text) }],
  path,
});

export const plainHeading = (text: string, level: Heading['level'] = 1): Heading => ({
  kind: 'heading',
  level,
  text: legible(text),
  path: [],
});
