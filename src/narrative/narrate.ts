import { isVisible } from '../characters/white-space.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { memoOf } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import type { AnyReport } from '../report/report.js';
import type { FindTemplate, TemplateFile } from './find-template.js';
import type { TemplateSource } from './syntax.js';
import { prepareTemplate, type Template } from './template.js';
import type { Filled } from './writing.js';

/** The text of a part, and the ranges in it that print data. */
export type Written = Pick<Filled, 'text' | 'bound'>;

/** The texts of a report, the data they read, and the problems found in writing them. */
export interface Narrated {
  /** By the keys of the form's texts, in their order. */
  readonly parts: { readonly [part: string]: Written };
  /** Dotted paths of the report that some template reads. */
  readonly reads: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

/** Templates from files, prepared once for each form. */
const fromFile = once((form: Form) =>
  once(({ text, file }: TemplateFile) => prepareTemplate({ text, file, path: [] }, formShape(form).shape)),
);

/** Reports' own texts, prepared once for the files of all formats. */
const ownTexts = memoOf<Form, Template>(16);

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

function templateOf(report: AnyReport, form: Form, part: string, find: FindTemplate): Template {
  const typed = report.narrative?.[part];
  if (typed === undefined) {
    const file = find(`${form.id}/${part}`);
    if (file === undefined) throw noTemplate(form, part);
    return fromFile(form)(file);
  }
  const text = typeof typed === 'string' ? typed : typed.join('\n');
  const source: TemplateSource = { text, file: `narrative.${part}`, path: ['narrative', part] };
  return ownTexts(form)(`${part} ${text}`, () => prepareTemplate(source, formShape(form).shape));
}

/** The report as templates see it: amounts print with their unit. */
function templateData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(templateData);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'unit' in value) return { ...value, toString: () => `${value.value}${value.unit}` };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, templateData(inner)]));
}

function emptyPart(part: string): Diagnostic {
  return diagnostic('template/empty', {
    message: '这一部分没有写出任何文字',
    path: ['narrative', part],
    found: '没有文字',
    expected: '至少一段文字',
    hint: `在 narrative.${part} 里撰写，或在 facts 里填写默认模板用到的事实`,
  });
}

/**
 * Writes the texts of a report, from templates or from its own words.
 *
 * @throws ReportError `template/missing-file` if neither is there for a part
 */
export function narrate(report: AnyReport, form: Form, find: FindTemplate): Narrated {
  const data = templateData({ ...report, facts: report.facts ?? {} }) as object;
  const written = Object.keys(form.texts).map((part) => {
    const template = templateOf(report, form, part, find);
    const { problems, text, bound } = template.fill(data);
    const all = [...template.problems, ...problems];
    const isEmpty = all.length === 0 && !isVisible(text);
    return { part, text, bound, reads: template.reads, problems: isEmpty ? [emptyPart(part)] : all };
  });
  return {
    parts: Object.fromEntries(written.map(({ part, text, bound }) => [part, { text, bound }])),
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
