import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SEVERITIES = { error: '错误', warning: '警告', note: '建议' };

/** The number of the exit code of each kind, as the command line has them. */
const EXITS = { report: 1, usage: 2, resource: 3, io: 4, internal: 70 };

/** What cannot be seen, by its number; what Markdown would read as its own, as it stands. */
const cell = (text) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('*', '\\*')
    .replaceAll('<', '&lt;')
    .replace(/[\t\u200b]/gu, (one) => `〔U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`);

const areaTable = ([title, entries]) => `## ${title}

| 代码 | 意思 | 例：实际 | 例：应为 | 怎么办 | 退出码 |
|---|---|---|---|---|---|
${Object.entries(entries)
  .map(([code, { kind, means, found, expected, remedy }]) => {
    return `| \`${code}\` | ${[means, found, expected, remedy].map(cell).join(' | ')} | ${EXITS[kind]} |`;
  })
  .join('\n')}
`;

/**
 * The page of all codes as Markdown.
 *
 * @param areas what the catalogue explains, by area
 * @param rules the rules, which say themselves what they demand
 */
export function codesPage(areas, rules) {
  const ofRules = rules.map(
    ({ code, severity, formula, example: { wrong, right }, hint }) =>
      `| \`${code}\` | ${SEVERITIES[severity]} | ${[formula, wrong, right, hint].map(cell).join(' | ')} |`,
  );
  return `# 代码

每个问题都有代码（\`code\`）。这里列出所有的代码：是什么意思，实际和应为的例子，怎么办。这几张表由 \`npm run docs\` 从程序里的清单和规则写出。

问题是这样的一条记录，命令行印成几行文字，加 \`--json\`（check 用 \`-f json\`）则是 JSON：

| 键 | 内容 |
|---|---|
| \`code\`、\`severity\` | 代码；\`error\` 使文件不能生成，\`warning\`（警告）和 \`note\`（建议）不影响 |
| \`message\`、\`hint\` | 一句话的说明；怎么办 |
| \`path\`、\`label\` | 在报告里的位置；单元格用表格自己的文字说 |
| \`place\` | 在文件里的位置：文件名和行、列；没有行的文件，用文字说明 |
| \`found\`、\`expected\` | 实际的；应为的 |
| \`facts\` | 这句话所说的事实，都是数据；有哪些，看 \`code\`：勾稽关系不符的，两边和差是 \`left\`、\`right\`、\`difference\` |
| \`suspect\` | 很可能填错的那一格 |
| \`words\`、\`fix\` | 文字里有问题的词句；能机械改正的，改法 |
| \`waived\` | 已豁免的，豁免的理由 |

程序里按代码分别处理；有什么事实，类型里写明了，\`switch (problem.code)\` 就知道。一个代码有几种情形的，\`facts.cause\` 说是哪一种：

\`\`\`ts
import { checkReport, kindOf } from 'nianbao';

for (const problem of checkReport(report)) {
  switch (problem.code) {
    case 'text/twice':
      console.log(problem.facts.before, problem.facts.now, problem.facts.unit);
      break;
    case 'text/too-long':
      console.log(problem.facts.count - problem.facts.most);
      break;
    default:
      if (kindOf(problem) === 'report') console.log(problem.label ?? problem.path.join('.'), problem.message);
  }
}
\`\`\`

退出码按最重的错误定：1 报告有问题；2 用法不对；3 模板或字体有问题；4 不能读写文件；70 程序出错。没有错误是 0。
模板的问题写在报告自己文字里的，算报告的问题（1）。

${Object.entries(areas).map(areaTable).join('\n')}
## 规则

规则都针对报告，退出码是 1。依据和设置见[规则](rules.md)。

| 代码 | 级别 | 要求 | 例：错 | 例：对 | 怎么办 |
|---|---|---|---|---|---|
${ofRules.join('\n')}

自己的报告格式还有自己的规则：\`sum/…\`（合计）、\`years/…\`（与上年相接）、\`…/missing\`（应当写到的内容），见 [forms.md](forms.md)。
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { CODES, rules } = await import('../dist/index.js');
  writeFileSync(new URL('codes.md', import.meta.url), codesPage(CODES, rules));
}
