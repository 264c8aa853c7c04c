import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TREATMENTS = {
  drawn: '照印',
  replaced: '改印，告知',
  dropped: '略去，告知',
  refused: '不印，报错',
  break: '换行',
};

/** The table of characters as Markdown, from the list itself. */
export function charactersPage(kinds) {
  const rows = kinds.map(
    ({ name, examples, treatment, code, hint }) =>
      `| ${name} | ${examples} | ${TREATMENTS[treatment]} | ${code === undefined ? '' : `\`${code}\``} | ${hint} |`,
  );
  return `# 字符

一份报告里的字符怎样印出，PDF 和 Word 文件一样，\`check\` 按同一张表核对：\`check\` 不报错的，各种格式都印得出。这张表由 \`npm run docs\` 从程序里的清单
（\`src/characters/kinds.ts\`）写出；同时合于几条的，以靠前的一条为准。

| 字符 | 例 | 处理 | 代码 | 说明 |
|---|---|---|---|---|
${rows.join('\n')}

不在表里的字符，由所用字体（先自己的，后自带的）里第一个有它的字体印出；没有一个字体有的，\`check\` 报 \`font/missing-glyph\`，写明字、编码和所在的区。只生成 Word 文件时它是警告，不是错误：Word 用打开文件的电脑上的字体，可能有这个字。

- 表里的“报错”不能豁免；“告知”是警告。
- 换行：正文里另起一段；标题、落款、另附表格的单元格里换行；别处报错。
- 文字两端的空白（含全角空格、不断行空格）去掉；只有空白和看不见的字符的，视为没有填写。
- CO₂、PM₂.₅、10⁵、㎡、℃、①、Ⅳ、ệ 等，本来的字体没有时，依次用宋体、楷体、仿宋里有的；生僻字同此。
- 自己的字体用 \`--font\` 配上（\`check\` 也用它）。字体里有编码而没有笔画的字，视为没有；一种角色的字体也可补别的角色所缺的字。
- 从 PDF 里复制出来的是原来的字符：看起来一样的 ‑（U+2011）和 - 各是各的。
- don’t、’80s 里的撇号排成西文宽度，不算不成对的引号。
- 新的汉字区由 Unicode 逐年增加；判断一个字符属于哪种文字，用的是运行环境（Node、浏览器）所带的 Unicode 资料。
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { characterKinds } = await import('../dist/index.js');
  writeFileSync(new URL('characters.md', import.meta.url), charactersPage(characterKinds));
}
