import type { CellRole } from './document.js';

const SCOPES: { readonly [R in CellRole]: 'row' | 'column' | undefined } = {
  // A band heads the columns below it.
  band: 'column',
  stubhead: 'column',
  note: 'column',
  head: 'column',
  stub: 'row',
  serial: 'row',
  figure: undefined,
  noted: undefined,
  text: undefined,
};

/** Whether a cell is the header of its rows or of its columns; undefined for figures and text. */
export const headerScope = (role: CellRole): 'row' | 'column' | undefined => SCOPES[role];
