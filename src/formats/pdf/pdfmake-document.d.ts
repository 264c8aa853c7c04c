/** pdfmake comes without types. Those that are relied on are in `pdfmake.ts`. */
declare module 'pdfmake/js/PDFDocument.js' {
  /** What the file exports, as Node imports it from CommonJS. */
  const file: { readonly default: unknown };
  export = file;
}
