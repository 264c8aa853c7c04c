import { toDocx } from '../../src/index.js';
import { openDocx, type WordFile } from '../readers/docx-package.mjs';
import { reports } from '../render/reports.js';
import { variants } from './variants.mjs';

export type Fixture = (typeof reports)[number];
export type Variant = keyof typeof variants;

/** The fixture with the longest names, texts and tables. */
export const extreme = reports.find(({ name }) => name === '2021/extreme.json') as Fixture;

/** The fixtures that can be finished in one way: a seal wants a sign-off to lie on. */
export function finishable(variant: Variant): readonly Fixture[] {
  const signed = reports.filter(({ document }) => document.blocks.some(({ kind }) => kind === 'signoff'));
  return variants[variant]?.seal ? signed : reports;
}

const made = new Map<string, Promise<Uint8Array>>();

/** A fixture's Word file, finished in one way; made once for all tests of a file. */
export function bytesOf({ name, report }: Fixture, variant: Variant): Promise<Uint8Array> {
  const key = `${name} ${variant}`;
  const bytes = made.get(key) ?? toDocx(report, variants[variant]);
  made.set(key, bytes);
  return bytes;
}

/** The same, opened. */
export async function open(fixture: Fixture, variant: Variant = 'plain'): Promise<WordFile> {
  return openDocx(await bytesOf(fixture, variant));
}
