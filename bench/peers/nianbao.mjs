// nianbao: drawing the finished document like all others, or the whole way from the report as it is read from a file.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built library in a package's root folder. */
export const libraryOf = (root) => import(pathToFileURL(resolve(root, 'dist/index.js')).href);

export async function open({ root, format, fromReport = false }) {
  const { parseReport, renderDocument, renderReport } = await libraryOf(root);
  if (fromReport) return ({ report }) => renderReport(parseReport(report), { format });
  return ({ document }) => renderDocument(document, { format });
}
