import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** 62914560 as 60 MB, others as they are. @param {import('../src/limits/limits.js').Limit} limit */
const amount = ({ most, unit }) => (unit === '字节' ? `${most / 2 ** 20} MB` : `${most} ${unit}`);

/** The table of limits as Markdown, from the limits themselves. */
export function limitsPage(limits) {
  const rows = Object.entries(limits).map(
    ([name, limit]) =>
      `| \`${name}\` | ${limit.title} | ${amount(limit)} | \`${limit.code}\` | ${limit.isFixed ? '' : '可以'} |`,
  );
  return `# 限制

读入和生成都有限度，过大的输入是一个有代码、有位置的问题，不会占满内存、拖住程序。这张表由 \`npm run docs\` 从程序里的清单写出。

| 名称 | 限制什么 | 至多 | 超过时的代码 | 可改 |
|---|---|---|---|---|
${rows.join('\n')}

没有一项低于手头公布的报告和样例里最大者的十倍（它们约有一千个值，一段文字一千五百字，十一张自己的表格、四百八十格，三条豁免，三十三个问题）。

## 放宽或收紧

程序里，读入、检查、生成的函数都收 \`limits\`，没有写的照上表：

\`\`\`js
const { report } = await read(bytes, { name, limits: { fileBytes: 5_000_000 } });
const findings = checkReport(report, { limits: { findings: 200 } });
\`\`\`

命令行里写在 \`nianbao.config.json\` 的 \`limits\` 里，与 \`rules\` 并列，各个命令都照它：

\`\`\`json
{ "limits": { "characters": 200000 } }
\`\`\`

名称不对、不是大于 0 的整数的，是 \`config/invalid\`。报告本身改不了限制。不可改的几项由程序能处理的深度和文件格式决定。

## 问题太多时

一次至多给出 \`findings\` 条问题：使文件不能生成的在先，其余按原来的次序；最后一条 \`findings/more\` 说明还有多少没有列出，其中有错误的，它也是错误。
豁免了的问题同样至多列出这么多。
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { LIMITS } = await import('../dist/index.js');
  writeFileSync(new URL('limits.md', import.meta.url), limitsPage(LIMITS));
}
