import { type NameFacts, namerOf } from '../../src/cli/batch/file-names.js';
import { sameFile } from '../../src/cli/file-key.js';
import { ReportError } from '../../src/index.js';
import { fc } from '../fast-check.js';

// Names of files: whatever a report says, they stay in the folder, and every system takes them.

const facts: NameFacts = { id: '收件/第1份', year: '2025', agency: '示例县示例局', edition: '2021' };
const pdf = (pattern: string, more: Partial<NameFacts> = {}) => namerOf(pattern)({ ...facts, ...more })?.pdf;

test('the parts of a pattern, and a name for each format', () => {
  expect(namerOf('{year}/{agency}-{edition}.{ext}')(facts)).toEqual({
    pdf: '2025/示例县示例局-2021.pdf',
    docx: '2025/示例县示例局-2021.docx',
    html: '2025/示例县示例局-2021.html',
    ofd: '2025/示例县示例局-2021.ofd',
  });
  expect(pdf('{id}.{ext}')).toBe('收件_第1份.pdf');
  expect(pdf('年报/{agency}（{year}年）.{ext}')).toBe('年报/示例县示例局（2025年）.pdf');
});

test('none if a report lacks what it is to be named by', () => {
  const { agency: _, ...nameless } = facts;
  expect(namerOf('{year}/{agency}.{ext}')(nameless)).toBeUndefined();
  expect(namerOf('{year}/{id}.{ext}')(nameless)?.pdf).toBe('2025/收件_第1份.pdf');
});

test.each([
  ['a way out', '../../etc/passwd', '__.._etc_passwd.pdf'],
  ['a way out on Windows', '..\\..\\某局', '__.._某局.pdf'],
  ['the folder itself', '.', '_.pdf'],
  ['the folder above', '..', '_.pdf'],
  ['a root', '/某局', '_某局.pdf'],
  ['a drive', 'C:某局', 'C_某局.pdf'],
  ['a hidden file', '.某局', '_某局.pdf'],
  ['what shells and Windows do not take', '某:*?"<>|局', '某_______局.pdf'],
  ['control characters', '某\u0000\n\u001b\u007f局', '某____局.pdf'],
  ['characters that turn the text around', '某\u202efdp.局', '某_fdp.局.pdf'],
  ['half a character', '某\ud842局', '某_局.pdf'],
  ['spaces and dots around it', '  某 局 . . ', '某 局.pdf'],
  ['nothing but spaces', '\u3000 ', '_.pdf'],
  ['a device', 'NUL', 'NUL_.pdf'],
  ['a device in lower case with something after it', 'com1.2025', 'com1_.2025.pdf'],
  ['a device and a space', 'AUX .x', 'AUX_ .x.pdf'],
  ['no device', 'CONSUL', 'CONSUL.pdf'],
  ['rare characters of the second plane', '𠮷林𫟹局', '𠮷林𫟹局.pdf'],
  ['a compatibility character, which composing would change', '\ufa0c局', '\ufa0c局.pdf'],
  ['what is in a pattern', '{id}$&', '{id}$&.pdf'],
])('%s', (_, agency, expected) => {
  expect(pdf('{agency}.{ext}', { agency })).toBe(expected);
});

test('devices and dots in folders', () => {
  expect(pdf('{year}/{agency}.{ext}', { year: 'lpt9' })).toBe('lpt9_/示例县示例局.pdf');
  expect(pdf('{year}/{agency}.{ext}', { year: '..' })).toBe('_/示例县示例局.pdf');
});

test('a folder is not called like the manifest', () => {
  expect(pdf('{id}/{agency}.{ext}', { id: 'Manifest.jsonl' })).toBe('Manifest.jsonl_/示例县示例局.pdf');
});

test('a name that is too long is cut between characters, and still another than one that differs at its end', () => {
  const [one, other] = ['甲', '乙'].map((end) => pdf('{agency}.{ext}', { agency: '塔'.repeat(200) + end }) ?? '');
  expect(one).toMatch(/^塔{80}~[0-9a-f]{8}\.pdf$/);
  expect(other).toMatch(/^塔{80}~[0-9a-f]{8}\.pdf$/);
  expect(one).not.toBe(other);
  expect(pdf('{agency}.{ext}', { agency: '塔'.repeat(83) })).toBe(`${'塔'.repeat(83)}.pdf`);
});

/** Whether every system takes a part of a path, and as it stands. */
const isSound = (part: string) =>
  !/[\x00-\x1f\\:*?"<>|]|^\.|[. ]$|^$/.test(part) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)( *\.|$)/i.test(part) &&
  Buffer.byteLength(part) <= 255 &&
  Buffer.from(part).toString() === part;

test('by chance', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', 'n', 'U', 'l', '塔', '\ud800') }),
    fc.string({ unit: fc.constantFrom('塔', '𠮷', 'é'), minLength: 60, maxLength: 300 }),
  );
  fc.assert(
    fc.property(anything, anything, anything, (id, year, agency) => {
      const names = namerOf('{year}/{id}/x{agency}.{ext}')({ id, year, agency });
      const wrong = Object.values(names ?? {}).filter((name) => {
        const parts = name.split('/');
        return parts.length !== 3 || !parts.every(isSound);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['without an extension', '{agency}'],
  ['with an extension of its own', '{agency}.pdf'],
  ['with what is not known', '{name}.{ext}'],
  ['with the extension in a folder', '{ext}/{agency}.{ext}'],
  ['absolute', '/{agency}.{ext}'],
  ['leading out', '../{agency}.{ext}'],
  ['with an empty part', 'a//{agency}.{ext}'],
  ['with a character that is not allowed', 'a:{agency}.{ext}'],
  ['with a brace alone', '{{agency}.{ext}'],
  ['empty', '.{ext}'],
])('a pattern %s is a mistake in the call', (_, pattern) => {
  const problems = () => {
    try {
      namerOf(pattern);
      return [];
    } catch (error) {
      return error instanceof ReportError ? error.diagnostics.map(({ code }) => code) : [error];
    }
  };
  expect(problems()).toEqual(['usage/argument']);
});

test.each([
  ['é', 'e\u0301'],
  ['A', 'a'],
  ['ΣΑΣ', 'σας'],
  ['STRASSE', 'straße'],
])('%s and %s are one file somewhere', (one, other) => {
  expect(sameFile(one)).toBe(sameFile(other));
});

test.each([
  ['局', '国'],
  ['A', 'Ａ'],
])('%s and %s are two', (one, other) => {
  expect(sameFile(one)).not.toBe(sameFile(other));
});
