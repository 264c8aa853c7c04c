import { printedDay } from '../../model/day.js';
import type { Document, Signoff } from '../../model/document.js';
import { SEAL_TEXT } from '../../model/finish.js';
import type { SealImage } from './dress.js';
import { attributes, textHtml } from './written-html.js';

/** The seal as an element. */
export function sealHtml({ src, width, height }: SealImage, look: Readonly<Record<string, string>>): string {
  return `<img${attributes({ src, width, height, alt: SEAL_TEXT, ...look })}>`;
}

/** The date, as programs read it as well. */
function dateHtml({ date }: Signoff, { meta }: Document): string {
  if (meta.date === undefined || printedDay(meta.date) !== date) return textHtml(date);
  return `<time datetime="${meta.date}">${textHtml(date)}</time>`;
}

/** Who signs, and the date, with the seal over both; the page's styles put them in their places. */
export function signoffHtml(signoff: Signoff, document: Document, seal: SealImage | undefined): string {
  const names = signoff.agencies.map((agency) => `<p>${textHtml(agency)}</p>`).join('\n');
  const date = `<p>${dateHtml(signoff, document)}</p>`;
  const image = seal ? `\n${sealHtml(seal, { class: 'seal' })}` : '';
  return `<div class="signoff${seal ? ' sealed' : ''}">\n<div>\n<div>\n${names}\n</div>\n${date}\n</div>${image}\n</div>`;
}
