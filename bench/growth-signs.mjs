// The words that rules and readers of statements look for, taken from their code: a text that is nothing but one of them is the worst for what looks
// for it, and goes on from there.
import { readdirSync, readFileSync } from 'node:fs';

const WATCHED = ['rules', 'statements', 'form', 'narrative', 'characters'];
/** Longer ones are what is said of a problem. */
const LONGEST = 4;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

function codeOf(folder) {
  const url = new URL(`../src/${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(new URL(name, url), 'utf8').replaceAll(COMMENT, '')).join('\n');
}

const runs = WATCHED.flatMap((folder) => codeOf(folder).match(/\p{Script=Han}+/gu) ?? []);

/** Characters of those words, and the words. */
export const words = [...new Set([...runs.join(''), ...runs.filter(({ length }) => length <= LONGEST)])];

const MARKS = '，。；：、！？（）()《》“”"\'［］【】…—-·％%‰.,/@#&<{[ 　\u00a0\u200b\t\n0１①aＡé©👩';
const PHRASES =
  '12件，|1.5%|2025年|1月|（一）|一、|1.|一是|第1项|https://a.cn/|www.a.cn，|a@b.cn|《甲》|“甲|比上年增长1%，|收到申请12件，|其中|未收到。|{{year}}|{{|{{!甲}}|甲\n|\r\n';
/** Marks, and what makes figures, dates, addresses, lists and templates. */
export const marks = [...MARKS, ...PHRASES.split('|')];
