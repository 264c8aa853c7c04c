/** Whether a cell gives its figure with a note. */
const isNoted = (cell: unknown): cell is { readonly value: unknown; readonly unit?: unknown; readonly note: string } =>
  typeof cell === 'object' && cell !== null && 'value' in cell && 'note' in cell && typeof cell.note === 'string';

/** The figure of a cell without its note: what sums, rules and templates go by. */
export function bareFigure(cell: unknown): unknown {
  if (!isNoted(cell)) return cell;
  const { value, unit } = cell;
  return unit === undefined ? value : { value, unit };
}

/** A text in brackets that close only at its end. */
const BRACKETED = /^(?:（(?:[^（）]|（[^（）]*）)*）|\((?:[^()]|\([^()]*\))*\)|〔[^〔〕]*〕|\[[^[\]]*\])$/u;

/** The note of a cell as it is printed behind the figure: in brackets, its own or full-width ones; empty if there is none. */
export function printedNote(cell: unknown): string {
  const note = noteOf(cell)?.trim();
  if (note === undefined) return '';
  return BRACKETED.test(note) ? note : `（${note}）`;
}

/** The note of a cell as the report has it; undefined if there is none. */
export const noteOf = (cell: unknown): string | undefined => (isNoted(cell) ? cell.note : undefined);
