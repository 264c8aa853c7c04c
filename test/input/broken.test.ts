import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkReport, formatDiagnostic, ReportError, readReport, renderReport } from '../../src/index.js';
import { fixture } from './example.js';

const files = readdirSync(new URL('../../fixtures/broken/', import.meta.url)).toSorted();

/** Everything a user is told about a file, from reading it to rendering it. */
async function told(file: string): Promise<string> {
  try {
    const { report, locate } = readReport(fixture(`broken/${file}`), file);
    const found = locate(checkReport(report));
    const rendering = await renderReport(report, { format: 'pdf' }).catch((error: unknown) => error);
    const late = rendering instanceof ReportError && found.length === 0 ? locate(rendering.diagnostics) : [];
    const outcome = rendering instanceof Uint8Array ? '（印出）' : '（不印）';
    return [...[...found, ...late].map(formatDiagnostic), outcome].join('\n');
  } catch (error) {
    if (error instanceof ReportError) return error.message;
    throw error;
  }
}

test('what is said of every broken file', async () => {
  const messages: string[] = [];
  for (const file of files) messages.push(`== ${file}\n${await told(file)}\n`);
  expect(messages.join('\n')).toMatchSnapshot();
});

test.each(files)('%s is found fault with, and each fault has a line and a column', async (file) => {
  const message = await told(file);
  expect(message).toMatch(/^(?:\S+:\d+:\d+ )?(?:错误|警告) /);
  expect(message.match(/(?:错误|警告) [\w/-]+ /g)?.length).toBe(message.match(/\S+:\d+:\d+ (?:错误|警告) /g)?.length);
});
