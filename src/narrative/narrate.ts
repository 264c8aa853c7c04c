import { isVisible } from '../characters/white-space.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { memoOf } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import type { AnyReport } from '../report/report.js';
import type { FindTemplate, TemplateFile } from './find-template.js';
import { type ReportText, textsIn } from './report-texts.js';
import type { Spot } from './syntax.js';
import { prepareTemplate, type Template } from './template.js';
import { templateData } from './template-data.js';
import { fileSource, ownSource, type TemplateSource } from './template-source.js';
import { spotsOf } from './text-spots.js';
import type { Filled } from './writing.js';

/** A text of a report, and the ranges in it that print data. */
export interface Written extends Pick<Filled, 'text' | 'bound'>, Pick<ReportText, 'part' | 'place' | 'path'> {
  /** Where a character of the text stands in its template. */
  readonly spotAt: (index: number) => Spot;
}

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
  once(({ text, file }: TemplateFile) => prepareTemplate(fileSource(text, file), formShape(form).seen)),
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
  const source = ownSource(typed, path);
  // Where a list is parted decides which paragraph is named.
  const parted = typeof typed === 'string' ? '' : ` ${typed.map(({ length }) => length)}`;
  return ownTexts(form)(`${formatPath(path)}${parted} ${source.text}`, () =>
    prepareTemplate(source, formShape(form).seen),
  );
}

/** Nothing was written. It is the report's fault that a template has nothing to say, unless the file has no text at all. */
function emptyPart({ part, path }: ReportText, { text, spotAt }: TemplateSource): Diagnostic {
  const spot = spotAt(1, 1);
  const isEmptyFile = spot.kind !== 'report' && text.trim() === '';
  const orAbsent = part === PREAMBLE ? '' : `；报告里确实没有这一部分的，在 absent.${part} 里写明理由`;
  return diagnostic('template/empty', {
    message: '这一部分没有写出任何文字',
    path,
    ...(isEmptyFile && spot.place && { kind: 'resource', place: spot.place }),
    found: isEmptyFile ? '模板是空的' : '没有文字',
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
    const filled = template.fill(data);
    const { problems, text, bound } = filled;
    const all = [...template.problems, ...problems];
    const isEmpty = isRequired && all.length === 0 && !isVisible(text);
    const { reads } = template;
    return {
      written: { part, place, path, text, bound, spotAt: spotsOf(filled, template.source) },
      reads,
      problems: isEmpty ? [emptyPart(one, template.source)] : all,
    };
  });
  return {
    texts: written.map((one) => one.written),
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
