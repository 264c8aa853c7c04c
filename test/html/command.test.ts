import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readReport, toHtml } from '../../src/index.js';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { fixture } from '../readers/fixtures.mjs';

// `nianbao render -f html`: a page, or a fragment of one, with what the site says of itself.

const { path, text, name } = fixture('2021/minimal.json');
const { report } = readReport(text, name);

test('a page, made again over itself, and read back', async () => {
  const cwd = emptyFolder();
  const site = ['--site-name', '示例网', '--site-domain', 'www.example.gov.cn', '--site-id', '1234567890'];
  const call = ['render', path, '-f', 'html', '-o', '.', ...site];
  expect(nianbao(call, { cwd }).code).toBe(0);
  expect(nianbao(call, { cwd }).code).toBe(0);
  expect(filesIn(cwd)).toEqual(['minimal.html']);
  const page = readFileSync(join(cwd, 'minimal.html'), 'utf8');
  expect(page).toContain('<meta name="SiteIDCode" content="1234567890">');
  expect(nianbao(['read', 'minimal.html', '-o', 'a.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('a fragment is that of the library', async () => {
  const cwd = emptyFolder();
  const flags = ['--fragment', '--id-prefix', 'nb-'];
  expect(nianbao(['render', path, '-f', 'html', '-o', 'a.html', ...flags], { cwd }).code).toBe(0);
  const made = readFileSync(join(cwd, 'a.html'));
  expect(made.equals(await toHtml(report, { html: { fragment: true, idPrefix: 'nb-' } }))).toBe(true);
  expect(nianbao(['render', path, '-f', 'html', '-o', 'b.html', '--id-prefix', '"'], { cwd }).code).toBe(2);
});
