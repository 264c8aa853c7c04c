import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from '@jest/globals';
import { exampleProject, removeProject } from './project.mjs';

// Who is let into the portal in each turn of its event loop.

const project = exampleProject();
afterAll(() => removeProject(project));

/** The most that are let in in one turn, of ever more who come as soon as nobody waits. */
const SCRIPT = `import { letInOneByOne } from './portal/admission.mjs';
let hook;
letInOneByOne({ addHook: (_, own) => { hook = own; } }, () => 'a');
let [inside, outside, most] = [0, 0, 0];
const knock = () => {
  outside += 1;
  hook({ raw: { socket: {} } }, { raw: {} }).then(() => { [inside, outside] = [inside + 1, outside - 1]; });
};
for (let turn = 0; turn < 200; turn++) {
  for (let i = 0; outside === 0 && i <= turn / 20; i++) knock();
  const before = inside;
  await new Promise((resolve) => setImmediate(resolve));
  most = Math.max(most, inside - before);
}
console.log(most);`;

test('one each turn, however often all have been let in and others come', () => {
  const command = ['--input-type=module', '--eval', SCRIPT];
  expect(execFileSync(process.execPath, command, { cwd: project, encoding: 'utf8' }).trim()).toBe('1');
});
