import { copyFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  composeReport,
  fontSubstitutions,
  parseReport,
  ReportError,
  renderDocument,
  toDocx,
  toPdf,
} from '../../src/index.js';
import { report } from '../batch/made.js';
import { emptyFolder } from '../cli/nianbao.js';
import { ROOT } from '../readers/fixtures.mjs';

// What is kept from one call to the next: fonts and templates, known by what they are, within a limit, and nothing that was refused.

const folder = emptyFolder();
const simple = parseReport(JSON.parse(report('示例局')));
const shippedFont = (name: string) => `${ROOT}fonts/${name}.ttf`;
const copied = (name: string, to: string) => {
  copyFileSync(shippedFont(name), join(folder, to));
  return join(folder, to);
};
const openFiles = () => readdirSync('/proc/self/fd').length;
const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(other);

test('a font file that has changed is another font', async () => {
  const body = copied('GongWen-Kai', 'body.ttf');
  const before = await toPdf(simple, { fonts: { body } });
  expect(isSame(await toPdf(simple, { fonts: { body: [body] } }), before)).toBe(true);
  copied('GongWen-Hei', 'body.ttf');
  expect(isSame(await toPdf(simple, { fonts: { body } }), before)).toBe(false);
  copied('GongWen-Kai', 'body.ttf');
  expect(isSame(await toPdf(simple, { fonts: { body } }), before)).toBe(true);
});

test('of many fonts the last stay open, and those in use', async () => {
  const before = openFiles();
  const files = Array.from({ length: 24 }, (_, i) => copied('GongWen-Hei', `${i}.ttf`));
  const made = await Promise.all(files.map((body) => toPdf(simple, { fonts: { body } })));
  for (const one of made) expect(isSame(one, made[0] ?? one)).toBe(true);
  expect(openFiles() - before).toBeLessThanOrEqual(16);
  expect(isSame(await toPdf(simple, { fonts: { body: files[0] ?? '' } }), made[0] ?? new Uint8Array())).toBe(true);
});

test('a font that is refused is closed', async () => {
  const cut = copied('GongWen-Hei', 'cut.ttf');
  truncateSync(cut, 1000);
  writeFileSync(join(folder, 'text.ttf'), 'no font');
  const refused = [cut, join(folder, 'text.ttf'), folder, join(folder, 'missing.ttf')];
  const before = openFiles();
  for (const body of refused) {
    for (let i = 0; i < 5; i++) await expect(toPdf(simple, { fonts: { body } })).rejects.toBeInstanceOf(ReportError);
    expect(() => fontSubstitutions(simple, { fonts: { body } })).toThrow(ReportError);
  }
  expect(openFiles()).toBeLessThanOrEqual(before);
});

test('a template that has changed is read again, and one that is new is found', async () => {
  const templates = join(folder, 'templates');
  const preamble = join(templates, '2021', 'preamble.hbs');
  const opening = () => JSON.stringify(composeReport(simple, { templates }).blocks[1]);
  mkdirSync(join(templates, '2021'), { recursive: true });
  const first = opening();
  for (const words of ['第一种开头。', '另一种开头。']) {
    writeFileSync(preamble, words);
    expect(opening()).toContain(words);
  }
  writeFileSync(preamble, '');
  expect(first).not.toContain('开头');
});

describe('renderDocument knows no report', () => {
  const document = composeReport(simple);

  test('so it attaches no data, and says so', async () => {
    // @ts-expect-error for callers without types
    const attached = renderDocument(document, { format: 'docx', attachData: true });
    await expect(attached).rejects.toMatchObject({ diagnostics: [{ code: 'usage/argument' }] });
  });

  test('and is without it what the report gives', async () => {
    const options = { format: 'docx', attachData: false, draft: true } as const;
    expect(isSame(await renderDocument(document, options), await toDocx(simple, { draft: true }))).toBe(true);
  });
});
