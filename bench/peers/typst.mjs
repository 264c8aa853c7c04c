// Typst in this process: one template, compiled anew for each document with the document as its input; tagged, as it is by
// default; fonts found once.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8');

/** How many documents a remembered piece of work may go unused, as Typst suggests for long runs. */
const KEPT = 10;

export async function open({ faces }) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [dirname(faces.body.file)] }] });
  return ({ document }, look) => {
    const bytes = compiler.pdf({ mainFileContent: template, inputs: { job: JSON.stringify({ document, look }) } });
    compiler.evictCache(KEPT);
    return bytes;
  };
}
