// The figures as text.
import { FORMATS } from './contenders.mjs';
import { spread } from './figures.mjs';

const breadth = (text) => [...text].reduce((sum, c) => sum + (c > '\u2E7F' ? 2 : 1), 0);

/** Rows under heads; the first column from the left, the others from the right. */
function table(heads, rows) {
  const all = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => breadth(row[i]))));
  const pad = (text, i) => {
    const gap = ' '.repeat(widths[i] - breadth(text));
    return i === 0 ? text + gap : gap + text;
  };
  return all.map((row) => row.map(pad).join('   ').trimEnd()).join('\n');
}

const number = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));
const ms = (value) => number(value, value < 10 ? 1 : 0);

const HEADS = ['CPU ms', '±%', 'wall ms', 'peak MB', 'KB', 'pages'];

function cells({ cpu, rounds, wall, rss, bytes, pages, times }) {
  const restless = spread(rounds.map((round) => round.cpu));
  return [ms(cpu), number(restless), ms(wall), number(rss), number(bytes / 1024), number(pages), number(times, 2)];
}

/** A part of the comparison, one table for a format. Those that could not be compared stand below with the reason. */
export function printComparison(title, list) {
  for (const format of FORMATS) {
    const own = list.filter((one) => one.format === format);
    if (own.length === 0) continue;
    const [done, not] = [true, false].map((is) => own.filter(({ rounds }) => (rounds !== undefined) === is));
    const base = done.some(({ isStock }) => isStock) ? '× stock' : '× first';
    const rows = done.map((one) => [one.id, ...cells(one)]);
    console.log(`\n${format.toUpperCase()}, ${title}\n${table(['', ...HEADS, base], rows)}`);
    for (const { id, missing, lost } of not) console.log(`${id}: ${missing ?? `not compared: ${lost}`}`);
  }
}

export function printGrowth(list) {
  const rows = list.map(({ name, format, small, large, ratio }) => [
    `${format.toUpperCase()}: ${name}`,
    ms(small),
    ms(large),
    number(ratio, 1),
  ]);
  console.log(`\nGrowth, CPU ms of nianbao\n${table(['', 'small', 'large', 'ratio'], rows)}`);
}

export function printImports(list) {
  const rows = list.map(({ name, cpu, over, wall, rss, engines }) => [
    name,
    ...[cpu, over, wall, rss].map((value) => ms(value)),
    engines.join(', ') || 'none',
  ]);
  console.log(`\nBeginning\n${table(['', 'CPU ms', 'over node', 'wall ms', 'peak MB', 'engines loaded'], rows)}`);
}

export function printBars(list) {
  const rows = list.map(({ name, found, bar, unit, sense, isMet }) => [
    name,
    `${number(found, found < 20 ? 2 : 0)}${unit}`,
    `${sense} ${bar}${unit}`,
    isMet ? 'met' : 'NOT MET',
  ]);
  console.log(`\nBars\n${table(['', 'found', 'bar', ''], rows)}`);
}
