import { expect, test } from '@jest/globals';
import { textPieces } from '../../src/comparison/text-pieces.js';
import { fc } from '../fast-check.js';

// Texts of which much has changed: what is told of them is all of both, and the change of a sentence stays a change of that sentence.

const sentence = (word: string, i: number): string => `本机关公开${word}${i}条。`;
const text = (word: string, count: number): string =>
  Array.from({ length: count }, (_, i) => sentence(word, i)).join('');
const side = (kind: 'removed' | 'added', pieces: ReturnType<typeof textPieces>): string =>
  pieces.flatMap((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.text : [])).join('');

test('a change in each of thousands of sentences is told in each of them', () => {
  const [before, after] = [text('信息', 3000), text('消息', 3000)];
  const pieces = textPieces(before, after);
  expect([side('removed', pieces), side('added', pieces)]).toEqual([before, after]);
  expect(pieces.filter(({ kind, text: changed }) => kind === 'removed' && changed.length <= 2)).toHaveLength(3000);
});

test('a sentence that is put between thousands of changed ones costs the others nothing', () => {
  const [before, after] = [text('信息', 900), `${text('消息', 400)}另有一句。${text('信息', 900)}`];
  const pieces = textPieces(before, after);
  expect([side('removed', pieces), side('added', pieces)]).toEqual([before, after]);
});

test('nothing of either text is lost, however long they are', () => {
  const texts = fc.array(fc.constantFrom('公开', '信息', '。', '；', '12', '\n', '，', 'a b'), { maxLength: 40 });
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 1, max: 60 }), (one, other, times) => {
      const [before, after] = [one, other].map((words) => words.join('').repeat(times)) as [string, string];
      const pieces = textPieces(before, after);
      expect([side('removed', pieces), side('added', pieces)]).toEqual([before, after]);
    }),
    { numRuns: 100 },
  );
});
