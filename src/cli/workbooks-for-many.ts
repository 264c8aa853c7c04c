import { join } from 'node:path';
import type { ListedAgency } from '../agencies/listed-agency.js';
import { writeWorkbook } from '../index.js';
import { fileNamedAfter } from './batch/file-names.js';
import { editionFor, yearIn } from './blank-flags.js';
import { blankWith, type WorkbookFlags } from './blank-workbook.js';
import { EXIT } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { lastReports } from './last-reports.js';
import { misuse } from './misuse.js';
import { claim, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { readAgencies } from './read-agencies.js';
import type { ReadingOptions } from './text-options.js';
import { tellAside, tellDone } from './voice.js';

/** The options of a call that names a list. */
interface ManyFlags extends WorkbookFlags {
  readonly agencies: string;
}

function refuseOthers(file: string | undefined, { agency, previous, output }: ManyFlags): void {
  const other = file ?? (agency === undefined ? previous && '--previous' : '--agency');
  if (other !== undefined) {
    throw misuse({ cause: 'list-decides', name: other });
  }
  if (output === STANDARD_OUTPUT || /\.[a-z]{1,5}$/i.test(output)) {
    throw misuse({ cause: 'workbook-folder', file: output });
  }
}

function refuseSameNames(agencies: readonly ListedAgency[], names: readonly string[]): void {
  const first = new Map<string, string>();
  agencies.forEach(({ name }, i) => {
    const key = names[i]?.toLowerCase() ?? '';
    const other = first.get(key);
    if (other !== undefined) throw misuse({ cause: 'same-agency-file', name, other });
    first.set(key, name);
  });
}

/** Tells of which agencies last year's report was not found, if it was looked for. */
function tellWithout(agencies: readonly ListedAgency[]): void {
  if (agencies.length === 0) return;
  const names = agencies.slice(0, 20).map(({ name }) => name);
  const more = agencies.length > names.length ? `等 ${agencies.length} 个` : '';
  tellAside(`没有找到上年的报告，上年结转空着：${names.join('、')}${more}`);
}

/** `nianbao workbook --agencies`: one workbook for each agency of a list, all of them or none. */
export async function workbooksForMany(
  file: string | undefined,
  flags: ManyFlags,
  options: ReadingOptions,
): Promise<number> {
  refuseOthers(file, flags);
  const year = yearIn(flags);
  if (year === undefined) throw misuse({ cause: 'no-year-for-many' });
  const { forms } = options;
  const edition = editionFor(year, flags, forms);
  const { agencies } = readAgencies(flags.agencies, options);
  const names = agencies.map(({ name }) => fileNamedAfter(name, '.xlsx'));
  refuseSameNames(agencies, names);
  const paths = names.map((name) => join(flags.output, name));
  const inputs = [flags.agencies, ...flagFiles(flags)];
  const places = await claim(paths, { inputs, force: flags.force, isOurs: async () => false });
  const { previousFolder } = flags;
  const lastOf = previousFolder === undefined ? undefined : await lastReports(previousFolder, year, options);
  const without: ListedAgency[] = [];
  const files: Uint8Array[] = [];
  for (const listed of agencies) {
    const { name: agency, former, above } = listed;
    const previous = lastOf?.([agency, ...former]);
    if (lastOf !== undefined && previous === undefined) without.push(listed);
    const blank = blankWith({ edition, year, agency, previous }, forms);
    files.push(await writeWorkbook(blank, { ...options, ...(above !== undefined && { returnTo: above }) }));
  }
  writeOutputs(places.map((place, i) => ({ place, bytes: files[i] ?? new Uint8Array() })));
  tellWithout(without);
  tellDone(`已在 ${flags.output} 生成 ${files.length} 份填报表`);
  return EXIT.done;
}
