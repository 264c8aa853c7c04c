import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkReport, composeReport, stops, toPdf } from '../../src/index.js';
import { parseReport } from '../../src/report/parse.js';
import { minimal, problemsOf } from '../input/example.js';
import { paragraphsOf, placed } from './write.js';

let templates = '';
beforeEach(() => {
  templates = mkdtempSync(join(tmpdir(), 'nianbao-templates-'));
  mkdirSync(join(templates, '2021'));
});
afterEach(() => rmSync(templates, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(templates, name), text);

/** A report that leaves all text to templates. */
const facts = { problems: ['公开得不够及时。'], measures: ['加强培训。'], fees: { cases: 0, amount: 0 } };
const { narrative: _, ...bare } = minimal({ facts });
const report = parseReport(bare);
const overviewOf = (options = {}) => paragraphsOf(composeReport(report, options));

describe('a folder of templates', () => {
  test('replaces the parts that it has, and leaves the others to ours', () => {
    put('2021/overview.hbs', '{{year}}年，{{agency.name}}自己写的总体情况。\n');
    const document = composeReport(report, { templates });
    expect(paragraphsOf(document)).toEqual(['2025年，示例县示例局自己写的总体情况。']);
    const shipped = composeReport(report);
    for (const part of ['narrative.preamble', 'narrative.problems', 'narrative.other']) {
      expect(paragraphsOf(document, part)).toEqual(paragraphsOf(shipped, part));
    }
  });

  test('gives way to the text of the report itself', () => {
    put('2021/overview.hbs', '模板的文字。');
    const own = parseReport(minimal());
    expect(paragraphsOf(composeReport(own, { templates }))).toEqual(paragraphsOf(composeReport(own)));
  });

  test('of another edition replaces nothing', () => {
    mkdirSync(join(templates, '2019'));
    put('2019/overview.hbs', '二〇一九版的文字。');
    expect(overviewOf({ templates })).toEqual(overviewOf());
  });

  test('holds for rendering too', async () => {
    put('2021/overview.hbs', '{{yaer}}');
    await expect(toPdf(report, { templates })).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ code: 'template/unknown-variable' })],
    });
  });

  test('has faults with the name of their file, line and column', () => {
    put('2021/overview.hbs', '第一行。\n第二行{{agency.nmae}}。\n');
    const [found] = checkReport(report, { templates });
    expect(found && placed(found)).toBe('template/unknown-variable 2:6');
    expect(found?.place?.file).toBe(join(templates, '2021/overview.hbs'));
  });

  test('may have a file with a byte order mark and CRLF', () => {
    put('2021/overview.hbs', '\uFEFF甲{{year}}。\r\n乙。\r\n');
    expect(overviewOf({ templates })).toEqual(['甲2025。', '乙。']);
  });

  test('that is not there, or whose part is no file, is template/missing-file', () => {
    const absent = join(templates, 'absent');
    expect(problemsOf(() => composeReport(report, { templates: absent }))).toMatchObject([
      { code: 'template/missing-file' },
    ]);
    mkdirSync(join(templates, '2021/overview.hbs'));
    expect(problemsOf(() => composeReport(report, { templates }))).toMatchObject([{ code: 'template/missing-file' }]);
  });

  test('whose part is a device is not read', () => {
    symlinkSync('/dev/zero', join(templates, '2021/overview.hbs'));
    expect(problemsOf(() => composeReport(report, { templates }))).toMatchObject([
      { code: 'template/missing-file', found: expect.stringContaining('不是普通文件') },
    ]);
  });

  test('may have a single sentence, which takes the place of ours', () => {
    put('2021/本机关.hbs', '{{#if agency.name}}\n  我们\n{{/if}}\n');
    expect(overviewOf({ templates })[0]).toMatch(/^（一）主动公开。2025年，我们按照/);
    put('2021/本机关.hbs', '我们{{agency.nmae}}');
    const [found] = checkReport(report, { templates });
    expect(found && placed(found)).toBe('template/unknown-variable 1:5');
    expect(found?.place?.file).toBe(join(templates, '2021/本机关.hbs'));
  });

  test('may name sentences of its own; one that is not there, or leads back to itself, is told with its place', () => {
    put('2021/overview.hbs', '甲{{> 句}}\n{{> 句}}\n乙。\n');
    expect(checkReport(report, { templates }).map(placed)).toContain('template/missing-file 1:2');
    put('2021/句.hbs', '句。\n  子。\n');
    expect(overviewOf({ templates })).toEqual(['甲句。子。', '句。子。', '乙。']);
    put('2021/句.hbs', '{{> 句}}');
    expect(checkReport(report, { templates }).map(placed)).toContain('template/syntax 1:1');
  });

  test('whose file is not UTF-8 is template/encoding', () => {
    writeFileSync(join(templates, '2021/overview.hbs'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
    expect(problemsOf(() => composeReport(report, { templates }))).toMatchObject([{ code: 'template/encoding' }]);
  });

  test('and shipped files elsewhere: in memory, or in a folder', async () => {
    const assets = { 'templates/2021/overview.hbs': '只此一句。' };
    expect(problemsOf(() => composeReport(report, { assets }))).toMatchObject([{ code: 'template/missing-file' }]);
    const { narrative } = minimal();
    const own = parseReport(minimal({ narrative: { ...narrative, preamble: '引言。' } }));
    await expect(toPdf(own, { assets })).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ code: 'assets/missing' })],
    });
    const root = fileURLToPath(new URL('../../', import.meta.url));
    expect(overviewOf({ assets: root })).toEqual(overviewOf());
  });

  const told = (options = { templates }) =>
    checkReport(report, options)
      .filter(({ code }) => code === 'template/unused')
      .map(({ severity, found }) => `${severity}: ${found}`);

  test('that gives nothing is a warning that names what is there, whoever writes the text', () => {
    expect(told()).toEqual(['warning: 没有 .hbs 文件']);
    put('overview.hbs', '放错了地方。');
    put('2021/总体情况.hbs', '名称不对。');
    put('2021/overview.txt', '不是模板。');
    expect(told()).toEqual(['warning: 有 2021/总体情况.hbs、overview.hbs']);
    const own = parseReport(minimal());
    expect(checkReport(own, { templates }).map(({ code }) => code)).toContain('template/unused');
    put('2021/本机关.hbs', '我们');
    expect(told()).toEqual([]);
  });

  test('that gives something to another edition only is told by the way', () => {
    mkdirSync(join(templates, '2019'));
    put('2019/本机关.hbs', '我们');
    expect(told()).toEqual(['note: 有 2019/本机关.hbs']);
  });

  test('whose part writes nothing is template/empty', () => {
    put('2021/overview.hbs', '{{#if facts.openDays}}有开放日。{{/if}}\n\n');
    expect(problemsOf(() => composeReport(report, { templates }))).toMatchObject([
      { code: 'template/empty', path: ['narrative', 'overview'] },
    ]);
  });
});

test('without facts, a part that our templates cannot write is template/empty and names what to fill in', () => {
  const { facts: _, ...nothing } = bare;
  const found = problemsOf(() => composeReport(parseReport(nothing))).filter(stops);
  expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'template/empty narrative.problems',
    'template/empty narrative.other',
  ]);
  expect(found[0]?.hint).toContain('facts');
});
