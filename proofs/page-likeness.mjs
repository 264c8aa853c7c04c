import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './commands.mjs';

/** How far the grey of a page may be from that of another on average, of 255: what letters gain at their edges. */
const FAR = 0.4;

/** The pages of a PDF as MuPDF draws them: the grey of each pixel, row by row. @param {string} path @param {string} folder */
function greys(path, folder) {
  const name = basename(path);
  run('mutool', ['draw', '-q', '-c', 'gray', '-r', '60', '-o', join(folder, `${name}-%03d.pgm`), path]);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
  return files.toSorted().map((file) => readFileSync(join(folder, file)));
}

/**
 * The pages that ofdrw draws otherwise than our PDF has them.
 *
 * @param {string} path of an OFD file, beside which is what ofdrw made of it
 * @param {string} pdf
 * @param {string} folder where something may be written
 */
export function unlikePages(path, pdf, folder) {
  const [ours, theirs] = [greys(pdf, folder), greys(`${path}.pdf`, folder)];
  if (ours.length !== theirs.length) return [`${theirs.length} pages instead of ${ours.length}`];
  return ours.flatMap((page, i) => {
    const other = theirs[i];
    let sum = 0;
    for (let at = 0; at < page.length; at++) sum += Math.abs(page[at] - (other[at] ?? 255));
    const far = sum / page.length;
    return page.length === other.length && far <= FAR ? [] : [`page ${i + 1} by ${far.toFixed(2)} of 255`];
  });
}
