import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The leaves of a tree of headers: the keys that lead to each, and its labels. */
const leavesOf = (headers, keys = [], labels = []) =>
  headers.flatMap(({ key, label, children }) => {
    const [path, words] = [key === undefined ? keys : [...keys, key], [...labels, label]];
    return children === undefined ? [{ path, words }] : leavesOf(children, path, words);
  });

const linesOf = (headers, before) =>
  leavesOf(headers)
    .map(({ path, words }) => `| \`${[...before, ...path].join('.')}\` | ${words.join(' · ')} |`)
    .join('\n');

const HEAD = '| 键 | 表格里的文字 |\n|---|---|';

const groupPart = ({ band, columns, rows }, key) => {
  const title = band === undefined ? '' : `${band}\n\n`;
  if (rows.length === 0) return `${title}${HEAD}\n${linesOf(columns, [key])}\n`;
  return `${title}行：\n\n${HEAD}\n${linesOf(rows, [key])}\n\n各行的列：\n\n${HEAD}\n${linesOf(columns, [])}\n`;
};

const factLines = (facts) =>
  Object.entries(facts)
    .map(([key, { title }]) => `| \`facts.${key}\` | ${title} |`)
    .join('\n');

function editionPart({ id, citation, sections, tables, facts }) {
  const parts = sections
    .filter(({ key }) => tables[key] !== undefined)
    .map(({ key, heading }) => {
      return `### ${heading}\n\n${tables[key].groups.map((group) => groupPart(group, key)).join('\n')}`;
    });
  return `## 格式（${id}年版）

${citation}。\`edition\` 写 \`"${id}"\`。

${parts.join('\n')}
### 写文字要用的事实

没有自己撰写文字的部分，由模板按这些事实写出，各项的写法见 \`nianbao init\` 写出的待填报告。

| 键 | 内容 |
|---|---|
${factLines(facts)}
`;
}

/** The page of keys and what the form calls them, as Markdown, from the definitions of the forms. */
export function keysPage(editions) {
  const parts = Object.values(editions).reverse().map(editionPart);
  return `# 键和表格的行列

报告数据里的键，各是规定表格的哪一行、哪一列。一格的位置是行的键加列的键，如 \`requests.received.total\` 是第三部分“一、本年新收政府信息公开申请数量”一行的“总计”；模板里写
\`{{requests.received.total}}\`。这一页由 \`npm run docs\` 从格式的定义写出。

${parts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { editions } = await import('../dist/index.js');
  writeFileSync(new URL('keys.md', import.meta.url), keysPage(editions));
}
