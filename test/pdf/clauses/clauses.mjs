import { catalogueFaults, intentFaults, metadataFaults } from './catalogue.mjs';
import { contentFaults } from './content.mjs';
import { fileFaults } from './files.mjs';
import { allFontFaults } from './fonts.mjs';
import { outlineFaults } from './outline.mjs';
import { linkFaults, parentTreeFaults, structureFaults } from './structure.mjs';
import { tableFaults } from './tables.mjs';

const CLAUSES = [
  catalogueFaults,
  metadataFaults,
  intentFaults,
  fileFaults,
  allFontFaults,
  contentFaults,
  structureFaults,
  parentTreeFaults,
  tableFaults,
  linkFaults,
  outlineFaults,
];

/**
 * What in a file breaks one of the clauses of PDF/A-2, PDF/A-3 and PDF/UA-1 that are looked at here; by far not all of them.
 *
 * @param {import('./file.mjs').File} file
 * @returns {string[]} each begins with the name of its clause
 */
export function clauseFaults(file) {
  return CLAUSES.flatMap((clause) => clause(file));
}
