import type { Diagnostic } from './diagnostics.js';
import { diagnostic, ReportError } from './diagnostics.js';
import type { Edition, NarrativeKey } from './editions/edition.js';
import { editions } from './editions/registry.js';
import type { Report } from './editions/report.js';
import { exists, readBytes, shipped } from './files.js';
import { memo } from './memo.js';
import type { TemplateSource } from './narrative/syntax.js';
import { prepareTemplate, type Template } from './narrative/template.js';
import type { Filled } from './narrative/writing.js';
import { shapeOf } from './parse.js';

/** The parts of a report that are text: the preamble and the narrative sections. */
export type NarratedKey = 'preamble' | NarrativeKey;

/** A part as it was written: its text, and where that prints data rather than what was typed. */
export type Written = Pick<Filled, 'text' | 'bound'>;

/** The text of each part, what of the report went into it, and what went wrong in writing it. */
export interface Narrated {
  readonly parts: { readonly [K in NarratedKey]: Written };
  /** Dotted paths of the report that some template reads. */
  readonly reads: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

const KEYS: readonly NarratedKey[] = ['preamble', 'overview', 'problems', 'other'];

/** Shipped and users' template files, read and checked once for each edition. Few by nature: four a folder and edition. */
const prepared = new Map<string, Template>();

/** Reports' own texts, prepared once for the files of all formats. */
const own = memo<Template>(16);

/** The file that writes a part: the user's, if the folder has one, else ours. */
function templateFile(edition: Edition, key: NarratedKey, folder: string | undefined): string {
  const name = `${edition.id}/${key}.hbs`;
  if (folder === undefined) return shipped(`templates/${name}`);
  if (!exists(folder)) {
    throw new ReportError([
      diagnostic('template/missing-file', {
        message: `找不到模板文件夹 ${folder}`,
        found: '没有',
        expected: `文件夹，其中放 ${name} 等文件`,
        hint: '检查路径；文件夹里没有的模板用自带的',
      }),
    ]);
  }
  return exists(`${folder}/${name}`) ? `${folder}/${name}` : shipped(`templates/${name}`);
}

function fromFile(edition: Edition, key: NarratedKey, folder: string | undefined): Template {
  const file = templateFile(edition, key, folder);
  const known = prepared.get(file);
  if (known) return known;
  const codes = { missing: 'template/missing-file', unreadable: 'template/missing-file' } as const;
  const text = readBytes(file, codes).toString('utf8');
  const template = prepareTemplate({ text, file, path: [] }, shapeOf(edition).shape);
  prepared.set(file, template);
  return template;
}

function templateOf(report: Report, key: NarratedKey, folder: string | undefined): Template {
  const edition: Edition = editions[report.edition];
  const typed = report.narrative?.[key];
  if (typed === undefined) return fromFile(edition, key, folder);
  const text = typeof typed === 'string' ? typed : typed.join('\n');
  const source: TemplateSource = { text, file: `narrative.${key}`, path: ['narrative', key] };
  return own(`${edition.id} ${key} ${text}`, () => prepareTemplate(source, shapeOf(edition).shape));
}

/** What templates see: the report, with amounts that print with their unit. */
function templateData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(templateData);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'unit' in value) return { ...value, toString: () => `${value.value}${value.unit}` };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, templateData(inner)]));
}

function emptyPart(key: NarratedKey): Diagnostic {
  return diagnostic('template/empty', {
    message: '这一部分没有写出任何文字',
    path: ['narrative', key],
    found: '没有文字',
    expected: '至少一段文字',
    hint: `在 narrative.${key} 里撰写，或在 facts 里填写默认模板用到的事实`,
  });
}

/**
 * Writes the text of a report from its templates or its own words.
 *
 * @param folder the user's templates, laid out as `<edition>/<part>.hbs`
 */
export function narrate(report: Report, folder?: string): Narrated {
  const data = templateData({ ...report, facts: report.facts ?? {} }) as object;
  const written = KEYS.map((key) => {
    const template = templateOf(report, key, folder);
    const { problems, ...part } = template.fill(data);
    const all = [...template.problems, ...problems];
    const isEmpty = all.length === 0 && part.text.trim() === '';
    return { key, part, reads: template.reads, problems: isEmpty ? [emptyPart(key)] : all };
  });
  return {
    parts: Object.fromEntries(written.map(({ key, part }) => [key, part])) as Narrated['parts'],
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
