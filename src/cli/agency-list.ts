import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { readBytes } from '../host/files.js';
import { loadWorkbookEngine } from '../host/load-workbook-engine.js';
import { decodeBytes } from '../readers/decode-bytes.js';

/** An agency that is to report. */
export interface ListedAgency {
  readonly name: string;
  /** What it was called before: by these names last year's report may be found. */
  readonly former: readonly string[];
  /** To whom it reports. */
  readonly above?: string;
  /** The line of the list. */
  readonly line: number;
}

const COLUMNS = { name: '名称', former: '曾用名', above: '上级' } as const;

const clean = (value: unknown): string => String(value ?? '').replace(/[\s\u3000\ufeff]+/gu, '');

function fault(file: string, line: number, message: string, found: string, hint: string): Diagnostic {
  return diagnostic('usage/argument', { message, place: { file, line, column: 1 }, found, hint });
}

function agencyIn(row: readonly unknown[], heads: readonly string[], line: number): ListedAgency {
  const at = (label: string) => clean(row[heads.indexOf(label)]);
  const above = at(COLUMNS.above);
  return {
    name: at(COLUMNS.name),
    former: at(COLUMNS.former)
      .split(/[、，,；;|/]/u)
      .filter((name) => name !== ''),
    ...(above !== '' && { above }),
    line,
  };
}

function faultsIn(agencies: readonly ListedAgency[], file: string): readonly Diagnostic[] {
  const lines = new Map<string, number>();
  return agencies.flatMap(({ name, line }) => {
    if (name === '') return [fault(file, line, '这一行没有机关名称', '名称是空的', '写上机关全称，或删去这一行')];
    const first = lines.get(name);
    lines.set(name, first ?? line);
    if (first === undefined) return [];
    return [fault(file, line, `“${name}”列了两次`, `第 ${first} 行已有`, '一个机关只列一次')];
  });
}

/** The text of the list: UTF-8, or what Excel on Chinese systems writes. */
function textOf(file: string): string {
  const found = decodeBytes(readBytes(file));
  if (found?.damaged === 0) return found.text;
  throw new ReportError([fault(file, 1, '名单不是文字', '认不出的字节', '在 Excel 里另存为 CSV（逗号分隔）')]);
}

/**
 * Reads a list of agencies: comma-separated values with the heads 名称, 曾用名, 上级, of which only the first must be there.
 *
 * @throws ReportError with everything that is wrong with it
 */
export async function readAgencies(file: string): Promise<readonly ListedAgency[]> {
  const text = textOf(file);
  const { readCsv } = await loadWorkbookEngine();
  const rows = readCsv(text);
  const heads = (rows[0] ?? []).map(clean);
  if (!heads.includes(COLUMNS.name)) {
    const found = heads.filter((head) => head !== '').join('、') || '空的';
    throw new ReportError([
      fault(file, 1, '名单没有“名称”一列', found, `第一行写表头：${Object.values(COLUMNS).join('、')}`),
    ]);
  }
  const agencies = rows.flatMap((row, i) =>
    i === 0 || row.every((value) => clean(value) === '') ? [] : [agencyIn(row, heads, i + 1)],
  );
  const faults = faultsIn(agencies, file);
  if (faults.length > 0) throw new ReportError(faults);
  if (agencies.length === 0) throw new ReportError([fault(file, 1, '名单里没有机关', '只有表头', '每行写一个机关')]);
  return agencies;
}
