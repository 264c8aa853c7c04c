import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { memoOf } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import type { AnyReport } from '../report/report.js';
import type { FindTemplate, TemplateFile } from './find-template.js';
import { prepareTemplate, type Template } from './template.js';
import { fileSource, ownSource, type TemplateSource } from './template-source.js';
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
  once(({ text, file }: TemplateFile) => prepareTemplate(fileSource(text, file), formShape(form).shape)),
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
  const source = ownSource(typed, ['narrative', part]);
  // Where a list is parted decides which paragraph is named.
  const parted = typeof typed === 'string' ? '' : `[${typed.map(({ length }) => length)}]`;
  return ownTexts(form)(`${part}${parted} ${source.text}`, () => prepareTemplate(source, formShape(form).shape));
}

/** Nothing was written. It is the report's fault that a template has nothing to say, unless the file has no text at all. */
function emptyPart(part: string, { text, spotAt }: TemplateSource): Diagnostic {
  const spot = spotAt(1, 1);
  const isEmptyFile = spot.kind !== 'report' && text.trim() === '';
  return diagnostic('template/empty', {
    message: '这一部分没有写出任何文字',
    path: ['narrative', part],
    ...(isEmptyFile && spot.place && { kind: 'resource', place: spot.place }),
    found: isEmptyFile ? '模板是空的' : '没有文字',
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
  const data = { ...report, facts: report.facts ?? {} };
  const written = Object.keys(form.texts).map((part) => {
    const template = templateOf(report, form, part, find);
    const { problems, text, bound } = template.fill(data);
    const all = [...template.problems, ...problems];
    const isEmpty = all.length === 0 && text.trim() === '';
    return { part, text, bound, reads: template.reads, problems: isEmpty ? [emptyPart(part, template.source)] : all };
  });
  return {
    parts: Object.fromEntries(written.map(({ part, text, bound }) => [part, { text, bound }])),
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
