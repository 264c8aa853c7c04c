/** The printed text of a figure as the figure and all that is printed behind it in brackets, if anything is: 22 and （其中修订16件）. */
export function splitNote(text: string): { readonly figure: string; readonly note: string } {
  const at = text.search(/[（(〔[]/u);
  return at < 0 ? { figure: text, note: '' } : { figure: text.slice(0, at), note: text.slice(at) };
}
