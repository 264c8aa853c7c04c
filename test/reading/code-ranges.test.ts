import { expect, test } from '@jest/globals';
import { zlibSync } from 'fflate';
import { ReportError } from '../../src/index.js';
import { guardStreams } from '../../src/readers/pdf/guard-streams.js';

// The engine makes an entry for each code of a range, so that a few letters would fill the memory.

const fileWith = (cmap: string, isPacked: boolean) => {
  const stream = isPacked ? zlibSync(Buffer.from(cmap)) : Buffer.from(cmap);
  const dictionary = isPacked ? '<</Filter /FlateDecode>>' : '<<>>';
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n${dictionary}\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
};
const guard = (cmap: string, isPacked: boolean) => () => guardStreams(fileWith(cmap, isPacked), 'a.pdf');

test.each([
  '1 beginbfrange <0000> <00ffffff> <0000> endbfrange',
  '1 beginbfrange\n<0000> <006f\n [<0000> <793a>]\nendbfrange',
  '1 begincidrange <00000000> <7fffffff> 0 endcidrange',
  '1 begincidrange (a) (b) 0 endcidrange',
  '1 begincidrange <00> <01> 0 (a',
  '1 beginbfrange <0000> <00ffffff',
  '1 beginbfrange % a\n<0000> <00ffffff> 0 endbfrange',
  '1 beginbfrange % endbfrange\n<0000> <00ffffff> 0 endbfrange',
  '1 beginbfrange <00 endbfrange 00> <ffffffff> 0 endbfrange',
  '1 beginbfrange <00> <01> [ % ]\n<02> ] <0000> <00ffffff> 0 endbfrange',
  '[ beginbfrange [ beginbfrange <0000> <00ffffff> 0 endbfrange',
  '(beginbfrange < ) beginbfrange <0000> <00ffffff> 0 endbfrange',
  '1 beginbfrange a beginbfrange <0000> <00ffffff> 0 endbfrange',
])('ranges of too many codes are refused: %s', (cmap) => {
  for (const isPacked of [true, false]) expect(guard(cmap, isPacked)).toThrow(ReportError);
});

test.each([
  '1 beginbfrange <0000> <ffff> <0000> endbfrange',
  '2 beginbfrange <0000> <0001> [<d840dc00> <4e00>] <0002> <0003> <d840dc00> endbfrange',
  '2 beginbfchar <0041> <d840dc00> endbfchar',
])('ranges as programs write them are not: %s', (cmap) => {
  for (const isPacked of [true, false]) expect(guard(cmap, isPacked)).not.toThrow();
});
