import { OFFICE_VARIABLE } from '../host/office-variable.js';
import type { OptionSpec } from './command.js';

export const templatesOption: OptionSpec = { flags: '-t, --templates <DIR>', description: '自己的模板文件夹' };

export const formOption: OptionSpec = {
  flags: '--form <FILE>',
  description: '自己的报告格式（默认导出 defineForm 所定义格式的模块），可重复',
  repeatable: true,
};

export const forceOption: OptionSpec = {
  flags: '--force',
  description: '覆盖不是 nianbao 生成的、或生成后签过章改过的同名文件',
};

/** Allows LibreOffice. The file name of a report must not be taken for its path. */
export const sofficeOption: OptionSpec = {
  flags: '--soffice [PATH]',
  description: '允许用 LibreOffice 转换 .doc、.wps、.odt、.rtf 后读入；不在 PATH 里的写出它的路径',
  env: OFFICE_VARIABLE,
};

/** Where a text goes. */
export const textOutputOption: OptionSpec = {
  flags: '-o, --output <PATH>',
  description: '写到这个文件；不写或写 - 则输出到屏幕',
};

export const fontOption: OptionSpec = {
  flags: '--font <ROLE=FILE>',
  description: '自己的字体，可重复；角色有 title、heading、subheading、body、table',
  repeatable: true,
};

/** Options for the formats to make, what the files look like and what they carry. `look-flags.ts` reads them. */
export const lookOptions: readonly OptionSpec[] = [
  { flags: '-f, --format <LIST>', description: '格式，用逗号分开：pdf、docx、html、ofd', default: 'pdf,docx' },
  templatesOption,
  formOption,
  sofficeOption,
  { flags: '-d, --draft', description: '每页加“草稿”水印' },
  { flags: '-s, --seal <PNG>', description: '落款处的印章图片' },
  { flags: '--seal-width <MM>', description: '印章的宽度（毫米），或 --seal-place 的边长', default: '42' },
  { flags: '--seal-place', description: '落款处留出签章的位置，什么也不画；位置见 render --json、batch 的清单' },
  { flags: '-a, --attach', description: '文件里附带报告数据' },
  { flags: '--embed-fonts', description: 'Word 文件里嵌入字体' },
  {
    flags: '--ofd-archive',
    description: '存档用的 OFD：没有链接、印章图片和打开方式，只附带 TXT、XML',
  },
  { flags: '--fragment', description: '网页只要正文一段，样式写在各元素里，供贴进网站的编辑器' },
  { flags: '--id-prefix <TEXT>', description: '网页里各个 id 的开头' },
  { flags: '--site-name <NAME>', description: '网页里写明的网站名称（SiteName）' },
  { flags: '--site-domain <DOMAIN>', description: '网页里写明的网站域名（SiteDomain）' },
  { flags: '--site-id <CODE>', description: '网页里写明的网站标识码（SiteIDCode）' },
  fontOption,
  forceOption,
];
