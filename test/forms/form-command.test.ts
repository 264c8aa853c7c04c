import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fates, report } from '../batch/made.js';
import { filesIn } from '../cli/nianbao.js';
import { ROOT } from '../readers/fixtures.mjs';
import { formProject } from './form-project.js';

// A form of an office's own on the command line.

const { folder, node, nianbao, write, remove } = formProject();
afterAll(remove);

const OWN = ['--form', 'form.mjs', '--templates', 'templates'];
const file = (name: string) => readFileSync(join(folder, name));

test('check', () => {
  expect(nianbao('check', 'report.yaml', ...OWN)).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = nianbao('check', 'wrong.yaml', ...OWN, '--format', 'sarif');
  const [run] = JSON.parse(stdout).runs;
  expect(code).toBe(1);
  // Its long text says the same again and again, which is told for each sentence.
  const others = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId !== 'text/doubled');
  expect(others).toHaveLength(11);
  const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'sum/H1');
  expect(rule.shortDescription.text).toBe('第二张表各列：第一项 + 第二项 = 第三项小计 + 第四项');
});

test('render makes what the library makes', () => {
  mkdirSync(join(folder, 'out'));
  expect(nianbao('render', 'report.yaml', ...OWN, '-o', 'out')).toMatchObject({ code: 0, stderr: '' });
  expect(node('library.mjs').stderr).toBe('');
  for (const format of ['pdf', 'docx']) {
    expect(file(`out/report.${format}`).equals(file(`library.${format}`))).toBe(true);
  }
});

test('init, schema and outline', () => {
  const start = ['init', '--form', 'form.mjs', '-e', 'rexian-2024', '-y', '2025', '-a', '示例县政务服务中心'];
  write('blank.yaml', nianbao(...start).stdout);
  const { stdout } = nianbao('check', 'blank.yaml', ...OWN);
  expect(stdout.match(/cell\/blank/g)).toHaveLength(4);
  expect(stdout.split('\n').length).toBeLessThan(11);
  write(
    'examples.yaml',
    file('blank.yaml')
      .toString()
      .replace(/^( *)#(?=\S)/gm, '$1'),
  );
  expect(nianbao('read', 'examples.yaml', '--form', 'form.mjs').stdout).toContain('answerRate: 接通率，如 98.6%');
  const init = nianbao(...start, '--json');
  expect(JSON.parse(init.stdout).satisfaction.message).toHaveProperty('satisfied', null);
  const schema = nianbao('schema', '--form', 'form.mjs').stdout;
  expect(schema).toContain('"如 handling.result.total.total；');
  expect(JSON.parse(schema).oneOf).toHaveLength(3);
  expect(nianbao('outline', 'report.yaml', ...OWN).stdout).toContain('## 七、其他需要报告的事项');
});

test('batch, together with an edition', () => {
  mkdirSync(join(folder, 'in'));
  const text = file('report.yaml').toString();
  for (const name of ['甲县', '乙县', '丙县']) write(`in/${name}.yaml`, text.replace('示例县政务', `${name}政务`));
  for (const name of ['丁局', '戊局']) write(`in/${name}.json`, report(name));
  const { code } = nianbao('batch', 'in', '-o', 'made', '--jobs', '2', '--name', '{edition}-{agency}.{ext}', ...OWN);
  expect(code).toBe(0);
  expect(new Set(Object.values(fates(join(folder, 'made'))))).toEqual(new Set(['done']));
  const made = filesIn(join(folder, 'made')).filter((name) => name.endsWith('.docx'));
  expect(made.map((name) => name.replace(/-[^-]*$/, ''))).toEqual(['2021', '2021', ...Array(3).fill('rexian-2024')]);
});
test('the example of the documentation', () => {
  const page = readFileSync(`${ROOT}docs/forms.md`, 'utf8');
  const [form = '', template = '', text = ''] = [...page.matchAll(/```(?:js|hbs|yaml)\n([\s\S]*?)```/g)].map(
    ([, code]) => code,
  );
  mkdirSync(join(folder, 'templates/hotline'));
  write('example.mjs', form);
  write('templates/hotline/handling.hbs', template);
  write('example.yaml', text);
  const own = ['--form', 'example.mjs', '--templates', 'templates'];
  expect(nianbao('check', 'example.yaml', ...own)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('：0 个错误，0 个警告'),
  });
});

describe('what is refused', () => {
  test('a form that nobody has loaded, and says how one is', () => {
    const { code, stdout } = nianbao('check', 'report.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('错误 edition/unknown 没有这个格式');
    expect(stdout).toContain('命令行用 --form，程序里用 forms');
  });

  test('a report that names a module loads nothing', () => {
    write('trap.mjs', "import { writeFileSync } from 'node:fs'; writeFileSync('sprung', ''); export default {};");
    for (const [i, edition] of ['./trap.mjs', `${folder}/trap.mjs`, '../trap', 'nianbao'].entries()) {
      write(`named-${i}.json`, report('某局', { edition }));
    }
    const { code, stdout } = nianbao('check', ...[0, 1, 2, 3].map((i) => `named-${i}.json`), ...OWN);
    expect(code).toBe(1);
    expect(stdout.match(/edition\/unknown 没有这个报告格式/g)).toHaveLength(4);
    expect(filesIn(folder)).not.toContain('sprung');
  });

  test.each([
    ['two forms of one id', "export { default } from './form.mjs';", 2, '有两个报告格式的 id 都是 rexian-2024'],
    [
      'a section that has nothing',
      `import form from './form.mjs'; export default { ...form, sections: [...form.sections, { key: 'b', heading: '八、' }] };`,
      2,
      'section b has neither a text nor a table',
    ],
    ['what is no form', "export default { id: 'a' };", 2, '默认导出的不是报告格式'],
    ['no default export', 'export const form = 1;', 2, '没有默认导出'],
    ['a module with a fault', 'export default (', 2, '里没有报告格式'],
    ['a file that is not there', undefined, 4, 'file/not-found'],
  ])('%s', (what, text, code, says) => {
    const name = `${what}.mjs`;
    if (text !== undefined) write(name, text);
    const result = nianbao('check', 'report.yaml', ...OWN, '--form', name);
    expect(result.stderr).toContain(says);
    expect(result.code).toBe(code);
  });

  test('by a batch, too, before it begins', () => {
    write('same.mjs', "export { default } from './form.mjs';");
    expect(nianbao('batch', 'report.yaml', '-o', 'no', ...OWN, '--form', 'same.mjs').code).toBe(2);
    expect(filesIn(folder)).not.toContain('no');
  });
});
