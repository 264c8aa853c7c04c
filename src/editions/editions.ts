import { edition2019 } from './2019.js';
import { edition2021 } from './2021.js';

/** Every edition that nianbao knows. A new one is its own file, its templates and fixtures, and a line here. */
export const editions = {
  '2019': edition2019,
  '2021': edition2021,
} as const;

/** The id of an edition, as the report object states it. */
export type EditionId = keyof typeof editions;
