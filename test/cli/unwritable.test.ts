import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// Places where nothing can be written. Each is told with exit code 4, and nothing is left there. Permissions are not tried:
// they do not bind root, as which tests may run.

const { path, text } = fixture('2021/minimal.json');

function refused(output: string, format = 'pdf,docx') {
  const { code, stdout, stderr } = nianbao(['render', path, '-f', format, '-o', output]);
  expect(stderr).toMatch(/^错误 file\/unwritable 无法写入 /);
  expect(stderr).toContain('提示：');
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  return stderr;
}

test('a file where a folder should be', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'taken'), 'kept');
  refused(join(folder, 'taken'));
  expect(filesIn(folder)).toEqual(['taken']);
});

test('a folder below a file', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'taken'), 'kept');
  expect(refused(join(folder, 'taken', 'below'))).toContain('实际：路径里有一段是文件，不是文件夹（ENOTDIR）\n');
  expect(filesIn(folder)).toEqual(['taken']);
});

test('a file system that takes no files', () => {
  refused('/proc');
});

test('a folder where the file should be: its path is named, and no other file is made', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'minimal.docx'));
  const stderr = refused(folder);
  expect(stderr.split('\n')[0]).toContain('minimal.docx');
  expect(filesIn(folder)).toEqual(['minimal.docx']);
});

test.each([['render', '-f', 'docx'], ['check'], ['outline']])('standard output that is full: %s', (...command) => {
  const full = openSync('/dev/full', 'w');
  const [name = '', ...options] = command;
  expect(nianbao([name, '-', ...options], { stdout: full, input: text, cwd: emptyFolder() }).code).toBe(4);
  closeSync(full);
});
