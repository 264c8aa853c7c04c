import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from '@jest/globals';
import { exampleProject, removeProject } from './project.mjs';

// What becomes of the thread that reads an upload.

const project = exampleProject();
afterAll(() => removeProject(project));

/** What a check of an upload ends with, in a process of its own that must outlive it. */
function endOf(upload: string, timeout: number): string {
  const script = `import { createChecks } from './portal/checks.mjs';
const check = createChecks({ most: 1, timeout: ${timeout} });
const who = { client: '', signal: new AbortController().signal };
const end = await check(${upload}, who).then(() => 'checked', (error) => error.statusCode ?? 'thrown');
console.log(String(end));`;
  const command = ['--input-type=module', '--eval', script];
  return execFileSync(process.execPath, command, { cwd: project, encoding: 'utf8' }).trim();
}

test('a crash is a fault of the portal, too much time one of the upload', () => {
  expect(endOf(`{ name: 'a.json', bytes: 5n }`, 20)).toBe('thrown');
  expect(endOf(`{ name: 'a.json', bytes: new Uint8Array([123]) }`, 0.001)).toBe('422');
});
