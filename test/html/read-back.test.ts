import { describe, expect, test } from '@jest/globals';
import { madeReport } from '../../proofs/made-reports.mjs';
import { type AnyReport, parseReport, read, toHtml } from '../../src/index.js';
import { shownBy } from '../reading/shown.js';
import { rendered, reports } from '../render/reports.js';

// A page of ours, or a fragment that an editor has cleaned, reads back as what it shows; with its data, as the report itself.

const reading = async (html: string | Uint8Array) => read(html, { name: '年报.html' });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What an editor of web sites leaves that knows few elements and fewer attributes, and throws away what it does not know. */
function cleaned(html: string): string {
  const known = new Set(
    'a b br caption col colgroup div footer h1 h2 h3 img li nav p section span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  );
  const kept = new Set(['rowspan', 'colspan', 'align', 'width', 'style']);
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)([a-z0-9]+)([^>]*)>/g, (_, close: string, name: string, rest: string) => {
      if (!known.has(name)) throw new Error(`${name} would go with all that is in it`);
      const attributes = [...rest.matchAll(/ ([\w-]+)="([^"]*)"/g)].filter(([, key = '']) => kept.has(key));
      return `<${close}${name}${attributes.map(([whole]) => whole).join('')}>`;
    });
}

/** A page without its scripts, styles and attributes but those that make its tables. */
const stripped = (html: string): string =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/ (?!rowspan|colspan|href|hidden)[\w-]+="[^"]*"/g, '');

/** One of each edition, with all that a report may have; others are made by chance below. */
const several = reports.filter(({ name }) => /yinchuan|annotated|extreme/.test(name));

const around = (html: string) => `<html><body><div id="zoom">${html}</div></body></html>`;

/** A page as it is and as a whole, once: what is taken from it below must not need what was taken. */
const [whole] = several;

const unharmed = async (html: string, report: AnyReport) => {
  const { report: found, losses } = await reading(html);
  expect(losses).toEqual([]);
  expect(shownBy(found, report)).toEqual(shownBy(report));
};

describe.each(several.map((one) => [one.name, one] as const))('%s', (_, fixture) => {
  const report = fixture.report as AnyReport;

  test('the page, and the page stripped', async () => {
    const page = textOf(await rendered(fixture, 'html'));
    if (fixture === whole) await unharmed(page, report);
    await unharmed(stripped(page), report);
  });

  test('the fragment, in a page of the agency, and cleaned by an editor', async () => {
    const fragment = textOf(await toHtml(report, { html: { fragment: true } }));
    if (fixture === whole) await unharmed(fragment, report);
    await unharmed(around(cleaned(fragment)), report);
  });

  test('with its data: the report itself', async () => {
    for (const html of fixture === whole ? [{}, { fragment: true }] : [{}]) {
      const { report: found, losses } = await reading(await toHtml(report, { attachData: true, html }));
      expect(JSON.stringify(found)).toBe(JSON.stringify(report));
      expect(losses).toEqual([]);
    }
  });
});

test('reports made by chance', async () => {
  for (let seed = 1; seed <= 3; seed++) {
    const report = parseReport(madeReport(seed));
    const { report: found, losses } = await reading(await toHtml(report));
    expect({ seed, losses }).toEqual({ seed, losses: [] });
    expect(shownBy(found)).toEqual(shownBy(report));
  }
});

test('what is seen wins over the data where they differ, and is told', async () => {
  const [{ report }] = reports as unknown as readonly [{ readonly report: AnyReport }];
  const page = textOf(await toHtml(report, { attachData: true })).replace('>3168.0656', '>3168.0666');
  const { report: found, losses } = await reading(page);
  expect(JSON.stringify(found)).toContain('3168.0666');
  expect(losses).toMatchObject([{ code: 'read/doubtful', path: ['disclosure', 'procurement', 'amount'] }]);
});
