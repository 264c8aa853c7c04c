import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { memoOf } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { bareFigure } from '../table/noted.js';
import type { FindTemplate, TemplateFile } from './find-template.js';
import { type ReportText, textsIn } from './report-texts.js';
import type { TemplateSource } from './syntax.js';
import { prepareTemplate, type Template } from './template.js';
import type { Filled } from './writing.js';

/** A text of a report, and the ranges in it that print data. */
export interface Written extends Pick<Filled, 'text' | 'bound'>, Pick<ReportText, 'part' | 'place' | 'path'> {}

/** The texts of a report, the data they read, and the problems found in writing them. */
export interface Narrated {
  /** In the order in which they are printed. */
  readonly texts: readonly Written[];
  /** Dotted paths of the report that some template reads. */
  readonly reads: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

/** The text of a part: in a section with a table, those before and after it. */
export function textOfPart({ texts }: Narrated, part: string): string {
  return texts
    .filter((one) => one.part === part && one.place !== 'note')
    .map(({ text }) => text)
    .join('\n');
}

/** Templates from files, prepared once for each form. */
const fromFile = once((form: Form) =>
  once(({ text, file }: TemplateFile) => prepareTemplate({ text, file, path: [] }, formShape(form).shape)),
);

/** Reports' own texts, prepared once for the files of all formats. */
const ownTexts = memoOf<Form, Template>(32);

function noTemplate(form: Form, part: string): ReportError {
  return new ReportError([
    diagnostic('template/missing-file', {
      message: `没有模板可以写出 ${part} 这一部分`,
      path: ['narrative', part],
      found: '没有',
      expected: `模板文件夹里的 ${form.id}/${part}.hbs，或报告里的 narrative.${part}`,
      hint: `在 narrative.${part} 里撰写，或用 --templates 指定有这个模板的文件夹`,
    }),
  ]);
}

function templateOf({ part, path, typed }: ReportText, form: Form, find: FindTemplate): Template {
  if (typed === undefined) {
    const file = find(`${form.id}/${part}`);
    if (file === undefined) throw noTemplate(form, part);
    return fromFile(form)(file);
  }
  const text = typeof typed === 'string' ? typed : typed.join('\n');
  const at = formatPath(path);
  const source: TemplateSource = { text, file: at, path };
  return ownTexts(form)(`${at} ${text}`, () => prepareTemplate(source, formShape(form).shape));
}

/** A value as templates see it: amounts print with their unit. `bare` takes the notes off the figures of tables. */
function templateValue(given: unknown, bare: (cell: unknown) => unknown = (value) => value): unknown {
  if (Array.isArray(given)) return given.map((item) => templateValue(item));
  const value = bare(given);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'unit' in value) return { ...value, toString: () => `${value.value}${value.unit}` };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, templateValue(inner, bare)]));
}

/** Title and sign-off, which may be lists, as single texts. */
function singleTexts(report: AnyReport): object {
  const { title, signoff } = report;
  const names = signoff?.agency === undefined ? {} : { agency: signersOf(report).join('、') };
  return {
    ...(title !== undefined && { title: givenLines(title).join('') }),
    ...(signoff && { signoff: { ...signoff, ...names } }),
  };
}

/** The report as templates see it. */
function templateData(report: AnyReport, { tables }: Form): object {
  const data = { ...report, facts: report.facts ?? {}, ...singleTexts(report) };
  const entries = Object.entries(data).map(([key, value]) => {
    return [key, Object.hasOwn(tables, key) ? templateValue(value, bareFigure) : templateValue(value)];
  });
  return Object.fromEntries(entries);
}

function emptyPart({ part, path }: ReportText): Diagnostic {
  const orAbsent = part === PREAMBLE ? '' : `；报告里确实没有这一部分的，在 absent.${part} 里写明理由`;
  return diagnostic('template/empty', {
    message: '这一部分没有写出任何文字',
    path,
    found: '没有文字',
    expected: '至少一段文字',
    hint: `在 ${formatPath(path)} 里撰写，或在 facts 里填写默认模板用到的事实${orAbsent}`,
  });
}

/**
 * Writes the texts of a report, from templates or from its own words.
 *
 * @throws ReportError `template/missing-file` if neither is there for a part
 */
export function narrate(report: AnyReport, form: Form, find: FindTemplate): Narrated {
  const data = templateData(report, form);
  const written = textsIn(report, form).map((one) => {
    const { part, place, path, isRequired } = one;
    const template = templateOf(one, form, find);
    const { problems, text, bound } = template.fill(data);
    const all = [...template.problems, ...problems];
    const isEmpty = isRequired && all.length === 0 && text.trim() === '';
    const { reads } = template;
    return { written: { part, place, path, text, bound }, reads, problems: isEmpty ? [emptyPart(one)] : all };
  });
  return {
    texts: written.map((one) => one.written),
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
