import type { CellRole } from './document.js';

const SCOPES: { readonly [R in CellRole]: 'row' | 'column' | undefined } = {
  // A band heads the columns below it.
  band: 'column',
  stubhead: 'column',
  note: 'column',
  head: 'column',
  stub: 'row',
  figure: undefined,
  text: undefined,
};

/** Whether a cell heads its row or its columns; undefined for figures and text. */
export const headerScope = (role: CellRole): 'row' | 'column' | undefined => SCOPES[role];
