import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { loadYaml } from '../../src/host/load-yaml.js';
import { checkReport, readReport } from '../../src/index.js';
import { fixText } from '../../src/readers/edit-source.js';
import { fc } from '../fast-check.js';
import { emptyFolder, nianbao } from './nianbao.js';

const YAML = `# 注释留着
edition: "2021"
year: 2025
agency: { name: 示例县示例局 }   # 机关
narrative:
  overview: |
    一是依法公 开信息,及时回应。
    二是贯彻《关于印发<示例县要点>的通知》;坚持"五公开".
    四是加强培训。
  problems:
    - '公开的内容 还不够丰富(主要是解读),下一步将加强培训。'
    - "互动较少: \\"问答\\"不够,\\u8981改进。"
  other: 本年度未收取 信息处理费。
disclosure: { fill: 0, fees: { amount: 96171.60 } }   # 数字照旧
requests: { fill: 0 }
review: { fill: 0 }
`;

const FIXED = `# 注释留着
edition: "2021"
year: 2025
agency: { name: 示例县示例局 }   # 机关
narrative:
  overview: |
    一是依法公开信息，及时回应。
    二是贯彻《关于印发〈示例县要点〉的通知》；坚持“五公开”。
    四是加强培训。
  problems:
    - '公开的内容还不够丰富（主要是解读），下一步将加强培训。'
    - "互动较少：“问答”不够，\\u8981改进。"
  other: 本年度未收取信息处理费。
disclosure: { fill: 0, fees: { amount: 96171.60 } }   # 数字照旧
requests: { fill: 0 }
review: { fill: 0 }
`;

function inFolder(text: string, name = '年报.yaml'): { readonly folder: string; readonly file: string } {
  const folder = emptyFolder();
  const file = join(folder, name);
  writeFileSync(file, text);
  return { folder, file };
}

const FIX = ['check', '--fix', '年报.yaml'];

describe('nianbao check --fix', () => {
  test('corrects what cannot change the meaning, and nothing else of the file', () => {
    const { folder, file } = inFolder(YAML);
    const { stdout, code } = nianbao(FIX, { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(FIXED);
    expect([stdout.split('\n')[0], code]).toEqual(['年报.yaml：改正了 18 处', 0]);
    expect(stdout).toContain('text/enumerator');
  });

  test('keeps the mark of a file and its ends of lines', () => {
    const { folder, file } = inFolder(`\uFEFF${YAML.replaceAll('\n', '\r\n')}`);
    nianbao(FIX, { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${FIXED.replaceAll('\n', '\r\n')}`);
  });

  test('only shows the differences if it is a rehearsal', () => {
    const { folder, file } = inFolder(YAML);
    const { stdout } = nianbao([...FIX, '--dry-run'], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(YAML);
    expect(stdout).toContain('年报.yaml:13\n- other: 本年度未收取 信息处理费。\n+ other: 本年度未收取信息处理费。\n');
  });

  test('numbers anew when asked to', () => {
    const { folder, file } = inFolder(YAML);
    nianbao(['check', '--fix-enumerators', '年报.yaml'], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(FIXED.replace('四是', '三是'));
  });

  test('numbers a list with several slips anew in one go', () => {
    const list = (numbers: string) =>
      YAML.replace('四是加强培训', [...numbers].map((one) => `${one}是公开`).join('；'));
    const text = list('三三五四七');
    const problems = checkReport(readReport(text, 'a.yaml').report);
    const { text: made } = fixText(text, {
      name: 'a.yaml',
      kind: 'yaml',
      problems,
      kinds: new Set(['enumerators']),
      loadYaml,
    });
    expect(made).toBe(list('三四五六七'));
  });

  test('reads a file again once, however many texts are corrected; what cannot be corrected among them is looked for by halves', () => {
    const texts = (mark: string, many: number) =>
      Array.from({ length: many }, (_, i) => `    - 第${i}次公开信息${mark}及时回应。\n`).join('');
    const yaml = (mark: string, rest: string) =>
      YAML.replace(/ {2}problems:.*?(?= {2}other)/su, `  problems:\n${texts(mark, 100)}${rest}`);
    const shared = '    - &a 公开信息,及时回应。\n    - *a\n';
    for (const [rest, most] of [
      ['', 4],
      [shared, 40],
    ] as const) {
      const problems = checkReport(readReport(yaml(',', rest), 'a.yaml').report);
      let times = 0;
      const counted = () => {
        times += 1;
        return loadYaml();
      };
      const means = { name: 'a.yaml', kind: 'yaml', problems, kinds: new Set(['safe']), loadYaml: counted } as const;
      expect(fixText(yaml(',', rest), means).text).toContain(texts('，', 100));
      expect(times).toBeLessThanOrEqual(most);
    }
  });

  test.each([
    ['>-', '信息,及时', '信息，及时'],
    ['>-', '信息', '信息'],
    ['', '信息,及时', '信息，及时'],
  ])('leaves the ends of folded lines, and corrects the rest of the text: %s %s', (header, typed, right) => {
    const folded = (middle: string) =>
      YAML.replace(
        /overview: \|.*(?= {2}problems)/su,
        `overview: ${header}\n    本机关依法公开${middle}\n    回应关切。\n`,
      );
    const { folder, file } = inFolder(folded(typed));
    const { code, stdout, stderr } = nianbao(FIX, { cwd: folder });
    const fixed = readFileSync(file, 'utf8');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('有 1 处要自己改');
    expect(parse(fixed).narrative.overview).toBe(parse(folded(right)).narrative.overview);
    expect(fixed).toContain(`本机关依法公开${right}\n`);
  });

  test('refuses what is no data, and names the way', () => {
    const { folder } = inFolder('<html><body><p>一、总体情况</p></body></html>', '年报.html');
    const { code, stdout, stderr } = nianbao(['check', '--fix', '年报.html'], { cwd: folder });
    expect(code).not.toBe(0);
    expect(stdout + stderr).not.toContain('改正了');
    expect(nianbao(['check', '--dry-run', '年报.html'], { cwd: folder }).code).toBe(2);
  });

  test('refuses a page that is a report, and leaves it', () => {
    const { folder, file } = inFolder(YAML);
    nianbao(['render', '年报.yaml', '-f', 'docx', '-o', '.'], { cwd: folder });
    copyFileSync(join(folder, '年报.docx'), join(folder, '副本.docx'));
    const before = readFileSync(join(folder, '副本.docx'));
    const { code, stdout } = nianbao(['check', '--fix', '副本.docx'], { cwd: folder });
    expect(code).toBe(2);
    expect(stdout).toContain('nianbao read 副本.docx -o 副本.yaml');
    expect(readFileSync(join(folder, '副本.docx')).equals(before)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(YAML);
  });
});

describe('settings', () => {
  const configured = (rules: object, name = 'nianbao.config.json') => {
    const { folder } = inFolder(YAML);
    const settings = name === 'package.json' ? { name: 'x', nianbao: { rules } } : { rules };
    writeFileSync(join(folder, name), JSON.stringify(settings));
    mkdirSync(join(folder, '里层'));
    copyFileSync(join(folder, '年报.yaml'), join(folder, '里层', '年报.yaml'));
    return nianbao(['check', '年报.yaml'], { cwd: join(folder, '里层') });
  };

  test.each(['nianbao.config.json', 'package.json'])('of %s switch rules off and raise them', (name) => {
    const { code, stdout, stderr } = configured({ 'text/half-width': 'off', 'text/stray-space': 'error' }, name);
    expect(code).toBe(1);
    expect(stdout).not.toContain('text/half-width');
    expect(stdout).toContain('错误 text/stray-space');
    expect(stderr).toContain('不检查 text/half-width');
  });

  test('that lower rules are told, too', () => {
    const { stderr } = configured({ 'text/half-width': 'note', 'text/stray-space': 'error', 'text/figure': 'off' });
    expect(stderr).toContain('不检查 text/figure；把 text/half-width 降为建议');
    expect(stderr).not.toContain('text/stray-space');
  });

  test.each(['{"Rules":{}}', '[]', '{}', '{"rules":{},"rule":{}}'])('that are none are refused: %s', (written) => {
    const { folder } = inFolder(YAML);
    writeFileSync(join(folder, 'nianbao.config.json'), written);
    const { code, stderr } = nianbao(['check', '年报.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('config/invalid');
  });

  test('cannot switch off sums, nor what is no rule', () => {
    const { code, stderr } = configured({ 'sum/E1': 'off', 'sum/I1': 'warning', 'text/figur': 'off', 'text/unit': 1 });
    expect(code).toBe(2);
    for (const code of ['sum/E1', 'sum/I1', 'text/figur', 'text/unit']) expect(stderr).toContain(code);
    expect(stderr).toContain('是不是想写 text/figure？');
  });
});

/** A clean text, and the same with slips in it. */
const slipped = fc.array(
  fc.constantFrom(
    ['公开', '公开'],
    ['信息，', '信息,'],
    ['及时回应', '及时 回应'],
    ['（解读）', '(解读)'],
    ['质量；', '质量;'],
    ['办理', '办　理'],
    ['𠮷县', '𠮷县'],
    ['措施：', '措施:'],
  ),
  { minLength: 3, maxLength: 12 },
);

const writers: readonly ((data: object) => string)[] = [
  (data) => JSON.stringify(data, null, 2),
  (data) => JSON.stringify(data).replace(/[办公]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`),
  (data) => stringify(data),
  (data) => stringify(data, { defaultStringType: 'QUOTE_DOUBLE' }),
  (data) => stringify(data, { defaultStringType: 'QUOTE_SINGLE', lineWidth: 0 }),
  (data) => stringify(data, { defaultStringType: 'BLOCK_LITERAL' }),
];

test('whatever the way a file is written, correcting it gives the texts without slips and all else as it was', () => {
  fc.assert(
    fc.property(fc.array(slipped, { minLength: 1, maxLength: 3 }), fc.constantFrom(...writers), (texts, write) => {
      const textsOf = (which: 0 | 1) =>
        texts.map((pieces) => `本机关${pieces.map((one) => one[which]).join('')}有序开展。`);
      const data = (which: 0 | 1) => ({
        edition: '2021',
        year: 2025,
        agency: { name: '示例县示例局' },
        narrative: { overview: textsOf(which), problems: '解读形式单一，明年增加图解。', other: '未收取信息处理费。' },
        disclosure: { fill: 0 },
        requests: { fill: 0 },
        review: { fill: 0 },
      });
      const text = write(data(1));
      const name = text.startsWith('{') ? 'a.json' : 'a.yaml';
      let now = text;
      for (let round = 0; round < 3; round++) {
        const problems = checkReport(readReport(now, name).report);
        const kind = name === 'a.json' ? 'json' : 'yaml';
        now = fixText(now, { name, kind, problems, kinds: new Set(['safe']), loadYaml }).text;
      }
      expect(parse(now)).toEqual(data(0));
    }),
    { numRuns: 60 },
  );
});
