import { changed, page, readPage, small } from './page.js';

/** The tables of the page made of other elements. */
function boxed(attributesOf: (part: 'table' | 'row' | 'cell', spans: string) => string): string {
  return page
    .replace(/<table[^>]*>/g, () => `<div ${attributesOf('table', '')}>`)
    .replaceAll('</table>', '</div>')
    .replaceAll('<tr>', `<div ${attributesOf('row', '')}>`)
    .replaceAll('</tr>', '</div>')
    .replace(/<td([^>]*)>/g, (_, spans: string) => `<div ${attributesOf('cell', spans)}>`)
    .replaceAll('</td>', '</div>');
}

const withRoles = boxed(
  (part, spans) => `role="${part}" ${spans.replace('colspan', 'aria-colspan').replace('rowspan', 'aria-rowspan')}`,
);

const wrapped = withRoles
  .replace(/<div role="table"[^>]*>/g, (open) => `${open}<div><p>续表</p>`)
  .replace(/(?<=<\/div>)\n?<\/div>\n(?!<div role="row")/g, '</div></div>\n');

/** Boxes have no spans: every slot is a box, blank where a merged cell goes on. */
function unspanned(html: string): string {
  const open = new Map<number, number>();
  return html.replace(/<table[^>]*>.*?<\/table>/gs, (table) => {
    open.clear();
    return table.replace(/<tr>(.*?)<\/tr>/gs, (_, row: string) => {
      let [at, cells] = [0, ''];
      const fill = () => {
        for (; (open.get(at) ?? 0) > 0; at++) {
          open.set(at, (open.get(at) ?? 0) - 1);
          cells += '<td></td>';
        }
      };
      for (const [, spans = '', text = ''] of row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)) {
        fill();
        const [wide, high] = ['colspan', 'rowspan'].map((one) =>
          Number(new RegExp(`${one}="(\\d+)"`).exec(spans)?.[1] ?? 1),
        );
        for (let i = 0; i < (wide ?? 1); i++, at++) {
          open.set(at, (high ?? 1) - 1);
          cells += `<td>${i === 0 ? text : ''}</td>`;
        }
      }
      fill();
      return `<tr>${cells}</tr>`;
    });
  });
}

const classed = (html: string, style: (part: string) => string): string =>
  html
    .replace(/<table[^>]*>/g, `<div ${style('table')}>`)
    .replaceAll('<tr>', `<div ${style('table-row')}>`)
    .replaceAll('<td>', `<div ${style('table-cell')}>`)
    .replace(/<\/(?:table|tr|td)>/g, '</div>');

const SHEET = '.table{display:table}.table-row{display:table-row}.table-cell{display:table-cell}';
const flat = unspanned(page);

const shown = async (html: string) => {
  const { report, losses } = await readPage(html);
  const { disclosure, requests, review } = report as typeof small;
  return { tables: { disclosure, requests, review }, losses };
};

test.each([
  ['roles', withRoles],
  ['roles, with an element around rows that means nothing', wrapped],
  ['styles of their own', classed(flat, (part) => `style="display: ${part}"`)],
  ['a style sheet', `<style>${SHEET}</style>${classed(flat, (part) => `class="${part}"`)}`],
])('tables of other elements, by %s, are read as tables', async (_, html) => {
  expect(html).not.toMatch(/<t[dr]/);
  const { disclosure, requests, review } = small as typeof small;
  expect((await shown(html)).tables).toEqual({ disclosure, requests, review });
});

test('a figure in a box has the place of its cell, and the selector of its element', async () => {
  const { locate } = await readPage(withRoles);
  const [found] = locate([
    { code: 'sum/I1', severity: 'error', message: '', path: ['requests', 'received', 'naturalPerson'] },
  ]);
  expect(found?.place).toMatchObject({
    at: expect.stringMatching(/^第2张表，第\d+行第\d+列$/),
    element: expect.stringMatching(/^div(?::nth-of-type\(\d+\))? > div:nth-of-type\(\d+\) > div/),
  });
});

test('a row of boxes that is not shown is told, and boxes that only stand beside each other are text', async () => {
  const hidden = changed('role="row"', 'role="row" style="display:none"', withRoles);
  expect((await shown(hidden)).losses).toContainEqual(
    expect.objectContaining({ code: 'read/left-out', place: expect.objectContaining({ element: 'div > div' }) }),
  );
  const columns = changed(
    '<p>一、总体情况</p>',
    '<p>一、总体情况</p><div style="display:table"><div style="display:table-row"><div style="display:table-cell">（零）左栏的文字。</div></div></div>',
  );
  const { report } = await readPage(columns);
  expect(JSON.stringify(report.narrative)).toContain('左栏的文字');
});
