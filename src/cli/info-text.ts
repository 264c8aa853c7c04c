import { release } from 'node:os';
import { inLine } from '../diagnostics/problem-text.js';
import { installedVersion } from '../host/installed.js';
import { allowedOffice } from '../host/office-variable.js';
import { shipped } from '../host/package-files.js';
import { EXIT } from './exit-codes.js';
import { jsonText } from './json-text.js';
import { configPath } from './load-config.js';
import { version } from './version.js';
import { give } from './voice.js';

/** The options of `nianbao info` as they are typed. */
export interface InfoFlags {
  readonly json?: boolean;
}

/** Packages that not everybody needs: what for, and how they are installed. */
const OPTIONAL: { readonly [name: string]: { readonly use: string; readonly install: string } } = {
  'pdfjs-dist': { use: '读入 PDF', install: 'pdfjs-dist@5.4.296' },
  hucre: { use: '生成、读入工作簿', install: 'hucre@1.0.0' },
  bullmq: { use: '用队列批量生成', install: 'bullmq ioredis' },
  ioredis: { use: '用队列批量生成', install: 'bullmq ioredis' },
  '@aws-sdk/client-s3': { use: '写到 S3', install: '@aws-sdk/client-s3' },
};

/** What is asked for when something does not work as it should. */
function facts() {
  return {
    version,
    node: process.version,
    system: `${process.platform} ${process.arch} ${release()}`,
    folders: {
      package: shipped(''),
      templates: shipped('templates'),
      fonts: shipped('fonts'),
      current: process.cwd(),
    },
    config: configPath() ?? null,
    soffice: allowedOffice() ?? null,
    packages: Object.fromEntries(Object.keys(OPTIONAL).map((name) => [name, installedVersion(name) ?? null])),
  };
}

function packageLine([name, found]: readonly [string, string | null]): string {
  const { use, install } = OPTIONAL[name] ?? { use: '', install: name };
  return found === null ? `${name} 没有安装（用于${use}：npm install ${install}）` : `${name} ${found}（用于${use}）`;
}

function infoText({ node, system, folders, config, soffice, packages }: ReturnType<typeof facts>): string {
  const lines = [
    `nianbao ${version}，Node.js ${node}，${system}`,
    `程序：${folders.package}`,
    `模板：${folders.templates}`,
    `字体：${folders.fonts}`,
    `当前文件夹：${folders.current}`,
    `设置：${config ?? '没有找到 nianbao.config.json'}`,
    `LibreOffice：${soffice ?? '没有允许使用（--soffice 或环境变量 NIANBAO_SOFFICE）'}`,
    '可选的包：',
    ...Object.entries(packages).map((one) => `  ${packageLine(one)}`),
  ];
  return lines.map((line) => `${inLine(line)}\n`).join('');
}

/** `nianbao info`: versions and folders. */
export async function tellInfo({ json }: InfoFlags): Promise<number> {
  const found = facts();
  give(json ? `${jsonText(found, 2)}\n` : infoText(found));
  return EXIT.done;
}
