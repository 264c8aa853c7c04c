import { greatest } from '../../limits/extremes.js';
import type { Document, Signoff } from '../../model/document.js';
import { lineEms } from '../../theme/ems.js';
import { ABOVE, sealedMiddle, unsealedStarts } from '../../theme/signoff-geometry.js';
import type { SealImage } from './dress.js';
import { sealHtml } from './signoff-markup.js';
import { textHtml } from './written-html.js';

/** Characters to a line, as far as the geometry of a sign-off asks. */
const LINE = 28;
/** The height of a line in ems. */
const PITCH = 2;

const ems = (number: number): string => `${Math.round(number * 100) / 100}em`;

/** A line that ends so far from the right. */
const line = (text: string, right: number, above = '0'): string =>
  `<p style="margin:${above} ${ems(Math.max(0, right))} 0 0;text-align:right;text-indent:0">${textHtml(text)}</p>`;

function unsealed({ agencies, date }: Signoff): string {
  const widths = { line: LINE, name: lineEms(agencies.at(-1) ?? ''), date: lineEms(date), character: 1 };
  const starts = unsealedStarts(widths);
  const right = LINE - starts.name - widths.name;
  const names = agencies.map((agency, i) => line(agency, right, i === 0 ? '2em' : '0'));
  return [...names, line(date, LINE - starts.date - widths.date)].join('\n');
}

/** The seal is drawn up over name and date, which stay where they are if an editor takes it out. */
function sealed({ agencies, date }: Signoff, seal: SealImage): string {
  const width = (text: string): number => lineEms(text);
  const name = greatest(agencies.map(width));
  const middle = LINE - sealedMiddle({ line: LINE, name, date: width(date), character: 1 });
  const height = (seal.millimetres * seal.height) / seal.width;
  const up = `calc(${-PITCH}em - ${(height * ABOVE).toFixed(1)}mm)`;
  const right = `calc(${ems(middle)} - ${(seal.millimetres / 2).toFixed(1)}mm)`;
  const style = `display:block;width:${seal.millimetres}mm;height:auto;margin:${up} ${right} 0 auto;mix-blend-mode:multiply`;
  const room = `${(height * ABOVE).toFixed(1)}mm`;
  const names = agencies.map((agency, i) => line(agency, middle - width(agency) / 2, i === 0 ? room : '0'));
  return [...names, line(date, middle - width(date) / 2), sealHtml(seal, { style })].join('\n');
}

/** A sign-off that no style sheet puts in its place (GB/T 9704-2012, 7.3.5), by estimated widths. */
export function inlineSignoff(signoff: Signoff, _: Document, seal: SealImage | undefined): string {
  return seal ? sealed(signoff, seal) : unsealed(signoff);
}
