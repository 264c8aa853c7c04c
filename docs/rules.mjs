import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SEVERITIES = { error: '错误', warning: '警告', note: '建议' };

/** What cannot be seen, by its number. */
const visible = (text) =>
  text
    .replaceAll('|', '\\|')
    .replace(/[\t\u200b]/gu, (one) => `〔U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`);

/** The table of rules as Markdown, from the rules themselves. */
export function rulesTable(rules) {
  const rows = rules.map(
    ({ code, severity, formula, basis }) => `| \`${code}\` | ${SEVERITIES[severity]} | ${formula} | ${basis} |`,
  );
  const examples = rules.map(
    ({ code, example }) => `| \`${code}\` | ${visible(example.wrong)} | ${visible(example.right)} |`,
  );
  return `# 规则

这张表由 \`npm run docs\` 从程序里的规则写出。错误会使文件不能生成，除非在 \`waivers\` 中写明理由予以豁免；警告和建议不影响生成。

| 代码 | 级别 | 内容 | 依据 |
|---|---|---|---|
${rows.join('\n')}

## 例子

| 代码 | 错 | 对 |
|---|---|---|
${examples.join('\n')}

## 准确程度

由没有读过规则的人另写 260 段文字（\`fixtures/passages/blind.yaml\`，其中 117 段没有错），逐处标出 153 个错处。规则第一次在上面运行，指出的有 90.2% 是对的，
错处有 72.5% 指出来了。各条规则指对、误报的处数如下（没有列出的，这批文字里没有遇到；\`author/mismatch\` 要知道是谁的报告，这里不衡量）：

| 代码 | 指对 | 误报 |
|---|---|---|
| \`fees/amount\` | 3 | 0 |
| \`fees/missing\` | 3 | 0 |
| \`fees/unstated\` | 1 | 0 |
| \`period/mismatch\` | 4 | 0 |
| \`section/parts\` | 2 | 0 |
| \`text/change\` | 6 | 1 |
| \`text/claim\` | 10 | 0 |
| \`text/doubled\` | 6 | 0 |
| \`text/enumerator\` | 6 | 0 |
| \`text/figure\` | 34 | 9 |
| \`text/half-width\` | 1 | 0 |
| \`text/no-stop\` | 1 | 0 |
| \`text/parts\` | 9 | 2 |
| \`text/placeholder\` | 2 | 0 |
| \`text/repeated\` | 2 | 0 |
| \`text/share\` | 4 | 0 |
| \`text/stray-space\` | 1 | 0 |
| \`text/too-short\` | 3 | 0 |
| \`text/twice\` | 1 | 0 |
| \`text/unbalanced\` | 2 | 0 |
| \`text/unit\` | 5 | 0 |
| \`text/wrong-year\` | 5 | 0 |

\`node proofs/passages.mjs blind\` 可以重算，\`node proofs/passages.mjs working\` 衡量平时试用的各批文字。

## 改正

能机械改正的，指出时带着改法（\`fix\`）。\`nianbao check --fix\` 改正其中不会改变意思的：半角标点改全角，书名号里的 \`< >\` 改 〈〉，汉字之间的空格删去；\`--fix-enumerators\`
另外依次改正序号；加上 \`--dry-run\` 只显示会改哪些。只改 JSON 和 YAML，注释、次序、数字的写法（如 \`96171.60\`）都照旧；写法特殊（如 YAML 的引用）、改了会牵动别处的不改，
另行说明。Word 文件、PDF 和网页不直接改：先用 \`nianbao read\` 读成数据。已豁免的不改。

## 设置

当前文件夹或它上面的文件夹里有 \`nianbao.config.json\`，或有 \`package.json\` 写了 \`nianbao\`，\`check\`、\`render\`、\`batch\`、\`verify\`、\`audit\` 就按它的 \`rules\`：

\`\`\`json
{ "rules": { "text/unbound": "off", "text/figure": "error" } }
\`\`\`

\`off\` 不检查这一条，\`note\`、\`warning\`、\`error\` 改为建议、警告、错误。规定的勾稽关系（\`sum/*\`）不能关掉或降低，只能在那份报告里豁免。代码里用 \`rules\` 选项，写法相同。
关掉、降低了哪些，每次都在屏幕上说明。

## 豁免

\`waivers\` 里每一条写明 \`rule\`（代码）、\`path\`（位置）和 \`reason\`（理由）。\`path\` 这样写：

| \`path\` | 管到哪里 |
|---|---|
| \`requests.received.total\` | 一格 |
| \`requests.disposition.total\`、\`requests\` | 一行、一张表：没有 \`*\` 的，管这一处和它下面的各处 |
| \`requests.*.total\` | 一列：\`*\` 代表一级或几级键；在末尾的，代表下面的各处，如 \`requests.disposition.total.*\` |

有 \`*\` 的，其余的键逐个相符才算。几条都管得到的，算第一条的。每一条豁免了哪些，各种输出里都列出；什么也没有豁免的，另有警告（\`waiver/unused\`）。因为空白而没有核对的合计，
也由管到它的豁免说明。格式、模板和文件的问题（\`shape/*\`、\`template/*\` 等）不能豁免。

## 上年的报告

\`previous\` 要是本机关上一年度的报告，才用来核对。年度不对是错误（\`previous/year\`），机关不同是警告（\`previous/agency\`），这时跨年的数字和文字都不核对：
拿别的年度、别的机关的数字来比，指出的都不是错。机关更名的，豁免 \`previous/agency\`（位置 \`previous.agency.name\`），就用它核对。

## 试用

文字与表格的核对（\`text/figure\`、\`text/parts\`）在手头六份真实公开的报告上试过：指出两处分项之和与总数不符（42 条写作 44 条，2603 条写作 2602 条），
两处都确有其事；在这六份上没有误报，在另写的文字上见上表。
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rules } = await import('../dist/index.js');
  writeFileSync(new URL('rules.md', import.meta.url), rulesTable(rules));
}
