import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { require } from './axe-views.mjs';

/** What editors and sites do to a text that is put into them: cleaners in use, at their own settings and at strict ones. */

const TINYMCE = ['tinymce', 'icons/default/icons', 'themes/silver/theme', 'models/dom/model', 'plugins/table/plugin'];

/** Opens a page with an editor in it. @param {any} page @param {string} folder */
async function openEditor(page, folder) {
  const path = join(folder, 'editor.html');
  writeFileSync(path, '<!DOCTYPE html><title>编辑器</title><textarea id="text"></textarea>');
  await page.goto(`file://${path}`);
  await page.evaluate(readFileSync(require.resolve('dompurify/dist/purify.min.js'), 'utf8'));
  const editor = dirname(require.resolve('tinymce/package.json'));
  for (const name of TINYMCE) await page.addScriptTag({ path: join(editor, `${name}.min.js`) });
  await page.evaluate(() => {
    const { tinymce } = /** @type {any} */ (globalThis);
    return tinymce.init({
      selector: '#text',
      license_key: 'gpl',
      skin: false,
      content_css: false,
      plugins: 'table',
    });
  });
}

/** In the page. @param {string} html */
function purified(html) {
  const { DOMPurify } = /** @type {any} */ (globalThis);
  return DOMPurify.sanitize(html, { FORBID_ATTR: ['style', 'class', 'id'], ALLOW_DATA_ATTR: false });
}

/** In the page: what is put into the editor as source. @param {string} html */
function edited(html) {
  const editor = /** @type {any} */ (globalThis).tinymce.activeEditor;
  editor.setContent(html);
  return editor.getContent();
}

/** In the page: what is pasted into the editor. @param {string} html */
function pasted(html) {
  const editor = /** @type {any} */ (globalThis).tinymce.activeEditor;
  editor.setContent('');
  editor.execCommand('mceInsertClipboardContent', false, { html });
  return editor.getContent();
}

/**
 * Cleaners by name, of which those of the browser run in a page.
 *
 * @param {any} page
 * @param {string} folder where something may be written
 * @returns {Promise<Readonly<Record<string, (html: string) => string | Promise<string>>>>}
 */
export async function cleanersIn(page, folder) {
  await openEditor(page, folder);
  const [sanitize, xss] = [require('sanitize-html'), require('xss')];
  return {
    DOMPurify: (html) => page.evaluate(purified, html),
    'the source of TinyMCE': (html) => page.evaluate(edited, html),
    'a paste into TinyMCE': (html) => page.evaluate(pasted, html),
    'sanitize-html': (html) => sanitize(html),
    'js-xss': (html) => xss(html),
  };
}
