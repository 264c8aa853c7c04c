import { basename, join } from 'node:path';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { editions } from '../editions/editions.js';
import { exists, isFolder, readBytes } from '../host/files.js';
import { shipped } from '../host/package-files.js';
import { templateFiles } from '../host/templates.js';
import { EXIT } from './exit-codes.js';
import { misuse } from './misuse.js';
import { claim, writeOutputs } from './outputs.js';
import { tellDone } from './voice.js';

/** The options of `nianbao templates copy` as they are typed. */
export interface CopyFlags {
  readonly edition?: string;
}

const IDS = Object.keys(editions).reverse();

function editionOf({ edition = IDS[0] ?? '' }: CopyFlags): string {
  if (IDS.includes(edition)) return edition;
  throw misuse({ cause: 'template-edition', given: edition, known: IDS });
}

/** What somebody has changed is never written over: whoever wants ours again moves theirs away. */
function alreadyCopied(folder: string, there: readonly string[]): Diagnostic {
  const names = there.map((path) => basename(path));
  return diagnostic('file/exists', { cause: 'templates', file: folder, all: names });
}

function nextSteps(folder: string): readonly string[] {
  const typed = /[\s'"$`\\]/.test(folder) ? `"${folder}"` : folder;
  return [
    '各部分写在 preamble、overview、problems、other 四个文件里，{{> 申请的数量}} 引用名为“申请的数量”的句子，句子各是一个文件。',
    '用“记事本”等修改，存为 UTF-8 编码；没有改的文件可以删去，删去的用自带的。',
    `改好后试一试：nianbao check 年报.yaml --templates ${typed}`,
  ];
}

/**
 * `nianbao templates copy`: the shipped templates of an edition, to be changed.
 *
 * @throws ReportError `file/exists` if one of them is there, and what `claim` and `writeOutputs` throw; then nothing is written
 */
export async function copyTemplates(folder: string, flags: CopyFlags): Promise<number> {
  const edition = editionOf(flags);
  if (exists(folder) && !isFolder(folder)) {
    throw misuse({ cause: 'templates-folder', file: folder });
  }
  const target = join(folder, edition);
  const files = templateFiles(shipped(`templates/${edition}`));
  const paths = files.map((file) => join(target, basename(file)));
  const there = paths.filter(exists);
  if (there.length > 0) throw new ReportError([alreadyCopied(target, there)]);
  const places = await claim(paths, { inputs: files });
  writeOutputs(places.map((place, i) => ({ place, bytes: readBytes(files[i] ?? '') })));
  tellDone(`已把 ${edition} 年版的 ${files.length} 个模板文件复制到 ${target}`);
  nextSteps(folder).forEach(tellDone);
  return EXIT.done;
}
