import type { Words } from './code-entry.js';
import type { AtMost, Cause, Clash, Given, Named, OfFile, OneOf } from './fact-pieces.js';

/** A number between two others. */
interface Range extends Named, Given, AtMost {
  /** The least that is allowed. */
  readonly least: number;
}

/** What can be wrong with the options of the command line. */
export type FlagFacts =
  | Cause<'unknown-format', Given & OneOf>
  | Cause<'unknown-check-format', Given & OneOf>
  | Cause<'unknown-export-format', Given & OneOf>
  | Cause<'unknown-shell', Given & OneOf>
  | Cause<'number' | 'whole-number', Range>
  | Cause<'font-role', Given & OneOf>
  | Cause<'archive-without-ofd', Given>
  | Cause<'year' | 'years', Given>
  | Cause<'edition-of-year', Given & OneOf>
  | Cause<'edition', Given & OneOf>
  | Cause<'no-agency' | 'no-year' | 'no-year-for-many'>
  | Cause<'no-previous-folder', OfFile>
  | Cause<'previous-folder-alone'>
  | Cause<'report-decides', Named>
  | Cause<'list-decides', Named>
  | Cause<'soffice', Given>
  | Cause<'dry-run-alone'>
  | Cause<'bom-of-lines'>
  | Cause<'redis'>
  | Cause<'bucket', Given>
  | Cause<'manifest-alone', OfFile>
  | Cause<'template-edition', Given & OneOf>
  | Cause<'unfixable', OfFile>
  | Cause<'unfixable-input'>
  | Cause<'one-workbook', OfFile>
  | Cause<'same-input-name', Named & OfFile>
  | Cause<'same-agency-file', Clash>
  | Cause<'standard-input-once' | 'watched-stream'>;

/** What is said of options of the command line. */
export const FLAG_WORDS: Words<FlagFacts> = {
  'unknown-format': ({ given, known }) => ({
    message: `没有 ${given} 这种格式`,
    found: given,
    expected: known.join('、'),
    hint: '用逗号分开，如 --format pdf,docx',
  }),
  'unknown-check-format': ({ given, known }) => ({
    message: `没有 ${given} 这种格式`,
    found: given,
    expected: known.join('、'),
    hint: '如 --format json',
  }),
  'unknown-export-format': ({ given, known }) => ({
    message: `没有 ${given} 这种格式`,
    found: given,
    expected: known.join('、'),
    hint: '如 --format csv',
  }),
  'unknown-shell': ({ given, known }) => ({
    message: '没有写明是哪种 shell',
    found: given || '没有写',
    expected: known.join('、'),
    hint: '如 nianbao complete bash',
  }),
  number: ({ name, given, least, most }) => ({
    message: `${name} 的值不对`,
    found: given,
    expected: `${least} 至 ${most} 的数`,
    hint: `如 ${name} ${Math.max(least, 2)}`,
  }),
  'whole-number': ({ name, given, least, most }) => ({
    message: `${name} 的值不对`,
    found: given,
    expected: `${least} 至 ${most} 的整数`,
    hint: `如 ${name} ${Math.max(least, 2)}`,
  }),
  'font-role': ({ given, known }) => ({
    message: '字体要写成 角色=文件',
    found: given,
    expected: `${known.join('、')} 之一，等号，文件`,
    hint: '如 --font body=仿宋.ttf',
  }),
  'archive-without-ofd': ({ given }) => ({
    message: '--ofd-archive 只用于 OFD',
    found: `-f ${given}`,
    expected: '含有 ofd 的格式',
    hint: '加上 -f ofd',
  }),
  year: ({ given }) => ({
    message: '年份不对',
    found: given,
    expected: '四位数字，如 2026',
    hint: '用 --year 2026',
  }),
  years: ({ given }) => ({
    message: '--years 的年度不对',
    found: given,
    expected: '四位数字的年份，如 2024、2021-2024 或 2021,2023',
    hint: '如 --years 2021-2024',
  }),
  'edition-of-year': ({ given, known }) => ({
    message: `${given} 年度没有施行的格式`,
    found: given,
    expected: known.join('、'),
    hint: '用 --edition 指定；自己的报告格式用 --form 加载',
  }),
  edition: ({ given, known }) => ({
    message: '没有这个格式',
    found: given,
    expected: known.join('、'),
    hint: '用 --edition 指定；自己的报告格式用 --form 加载',
  }),
  'no-agency': () => ({
    message: '没有写机关全称',
    found: '没有 --agency',
    expected: '机关全称，如 示例县人民政府',
    hint: '用 --agency 写机关全称，或用 --previous 给出上年的报告',
  }),
  'no-year': () => ({
    message: '没有写报告年度',
    found: '没有 --year',
    expected: '如 2026',
    hint: '用 --year 2026，或用 --previous 给出上年的报告',
  }),
  'no-year-for-many': () => ({
    message: '没有写报告年度',
    found: '没有 --year',
    expected: '如 2026',
    hint: '用 --year 2026',
  }),
  'no-previous-folder': ({ file }) => ({
    message: '没有这个文件夹',
    found: file,
    expected: '上年各机关报告所在的文件夹',
    hint: '检查 --previous-folder 的路径',
  }),
  'previous-folder-alone': () => ({
    message: '--previous-folder 和 --agencies 一起用',
    found: '--previous-folder',
    expected: '--agencies 名单.csv',
    hint: '一个机关的，用 --previous 给出上年的报告',
  }),
  'report-decides': ({ name }) => ({
    message: '给出报告的，格式、年度和机关都以报告为准',
    found: name,
    expected: '只写报告',
    hint: `去掉 ${name}`,
  }),
  'list-decides': ({ name }) => ({
    message: '有名单的，不另外写报告、机关和上年的报告',
    found: name,
    expected: '只写 --agencies',
    hint: '机关写在名单里；上年的报告用 --previous-folder',
  }),
  soffice: ({ given }) => ({
    message: '--soffice 后面要写程序的路径，或者什么也不写',
    found: given,
    expected: 'soffice 程序的路径',
    hint: '把 --soffice 写在最后',
  }),
  'dry-run-alone': () => ({
    message: '--dry-run 要和 --fix 一起用',
    found: '--dry-run',
    expected: '--fix --dry-run',
    hint: '只检查不改的，不必写它',
  }),
  'bom-of-lines': () => ({
    message: '--bom 只用于 CSV',
    found: '--bom',
    expected: '--format csv',
    hint: '去掉 --bom',
  }),
  redis: () => ({
    message: 'Redis 的地址不对',
    found: '不是这样的地址（里面可能有密码，不显示）',
    expected: 'redis://主机:端口/库号 或 rediss://…',
    hint: '如 redis://127.0.0.1:6379；密码里的 @、/、?、#、% 等写成 %40 这样的编码',
  }),
  bucket: ({ given }) => ({
    message: '没有写存储桶的名字',
    found: given,
    expected: 's3://桶 或 s3://桶/前缀',
    hint: '如 -o s3://reports/2025',
  }),
  'manifest-alone': ({ file }) => ({
    message: '--manifest 只用于写到 S3',
    found: file,
    expected: '清单与文件在同一文件夹',
    hint: '去掉 --manifest',
  }),
  'template-edition': ({ given, known }) => ({
    message: '自带的模板里没有这一年版的',
    found: given,
    expected: known.join('、'),
    hint: '自己的报告格式没有自带的模板，直接写在自己的文件夹里',
  }),
  unfixable: ({ file }) => {
    const copy = `${file.replace(/\.[^./\\]+$/u, '')}.yaml`;
    return {
      message: `不能直接改 ${file}`,
      found: '不是 JSON 或 YAML',
      expected: 'JSON 或 YAML 写成的报告',
      hint: `先用 nianbao read ${file} -o ${copy} 读成数据，再用 nianbao check --fix ${copy}`,
    };
  },
  'unfixable-input': () => ({
    message: '不能直接改 -',
    found: '标准输入',
    expected: 'JSON 或 YAML 写成的报告',
    hint: '给出文件名',
  }),
  'one-workbook': ({ file }) => ({
    message: '--annotate 只用于一份工作簿',
    found: file,
    expected: '一份 .xlsx 或 .xlsm，副本的扩展名与它相同',
    hint: '如 nianbao check 填报.xlsx --annotate 批注.xlsx',
  }),
  'same-input-name': ({ name, file }) => ({
    message: `有两个输入会写成同名的 ${name}`,
    found: file,
    expected: '文件名各不相同的输入',
    hint: '分两次生成，写到不同的文件夹',
  }),
  'same-agency-file': ({ name, other }) => ({
    message: '两个机关的文件会同名',
    found: `${other}、${name}`,
    expected: '不同的名称',
    hint: '改名单里的名称',
  }),
  'standard-input-once': () => ({
    message: '标准输入只有一个',
    found: '- -',
    expected: '一个文件名',
    hint: '公布的文件和报告至少有一个写文件名',
  }),
  'watched-stream': () => ({
    message: '--watch 不能用于标准输入、标准输出',
    found: '-',
    expected: '文件或文件夹',
    hint: '把报告存成文件，用 -o 写到文件夹',
  }),
};
