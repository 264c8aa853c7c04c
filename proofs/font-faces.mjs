import { opened } from './chromium.mjs';

const PAGE = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';

/** What the page does: it loads every font, and writes down those that the browser refuses, by their numbers and why. */
const SCRIPT = `
const refused = [];
for (const [i, font] of fonts.entries()) {
  const bytes = Uint8Array.from(atob(font), (one) => one.charCodeAt(0));
  await new FontFace('face' + i, bytes).load().catch((error) => refused.push([i, String(error)]));
}
const pre = document.createElement('pre');
pre.textContent = btoa(JSON.stringify(refused));
document.body.append(pre);
`;

/**
 * The fonts that Chromium does not take, and why. One that is cut off goes with them, which it must refuse.
 *
 * @param {readonly string[]} fonts in base64
 * @returns {Promise<string[]>}
 */
export async function refusedFonts(fonts) {
  const broken = String(fonts[0]).slice(0, 4000);
  const script = `const fonts = ${JSON.stringify([...fonts, broken])};${SCRIPT}`;
  /** @type {[number, string][]} */
  const refused = await opened("default-src 'none'; script-src 'self'", PAGE, new TextEncoder().encode(script));
  if (!refused.some(([i]) => i === fonts.length)) throw new Error('Chromium took a font that is cut off');
  return refused.flatMap(([i, why]) => (i === fonts.length ? [] : [`font ${i}: ${why}`]));
}
