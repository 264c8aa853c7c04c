import { isVisible } from '../characters/white-space.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type Form, headingOf } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { type LimitOptions, limitsOf } from '../limits/limits-of.js';
import { memoOf } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import type { AnyReport } from '../report/report.js';
import type { FindTemplate, TemplateFile } from './find-template.js';
import { type ReportText, textsIn } from './report-texts.js';
import { prepareTemplate, type Template } from './template.js';
import { templateData } from './template-data.js';
import { fileSource, ownSource } from './template-source.js';
import type { Filled } from './writing.js';

/** A text of a report, and what in it prints data. */
export interface Written
  extends Pick<Filled, 'text' | 'bound' | 'figures' | 'spotAt'>,
    Pick<ReportText, 'part' | 'place' | 'path'> {}

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

/** What texts are written with. */
interface TemplateSources extends LimitOptions {
  readonly find: FindTemplate;
}

/** So many versions of a template are kept that differ in the sentences they take in: those of some folders. */
const VERSIONS = 8;

/** Templates from files, prepared once for each form and all the files that they are made of. */
const versionsOf = once((_: Form) => once((_file: TemplateFile): Template[] => []));

function fromFile(file: TemplateFile, form: Form, find: FindTemplate): Template {
  const findSentence = (name: string) => find(`${form.id}/${name}`);
  const versions = versionsOf(form)(file);
  const known = versions.find(({ taken }) => [...taken].every(([name, one]) => findSentence(name) === one));
  if (known) return known;
  const made = prepareTemplate(fileSource(file.text, file.file), formShape(form).seen, findSentence);
  if (versions.length === VERSIONS) versions.shift();
  versions.push(made);
  return made;
}

/** Reports' own texts, prepared once for the files of all formats. */
const ownTexts = memoOf<Form, Template>(32);

function noTemplate(form: Form, part: string): ReportError {
  return new ReportError([
    diagnostic('template/missing-file', { cause: 'part', name: part, form: form.id }, { path: ['narrative', part] }),
  ]);
}

function templateOf({ part, path, typed }: ReportText, form: Form, find: FindTemplate): Template {
  if (typed === undefined) {
    const file = find(`${form.id}/${part}`);
    if (file === undefined) throw noTemplate(form, part);
    return fromFile(file, form, find);
  }
  const source = ownSource(typed, path);
  // Where a list is parted decides which paragraph is named.
  const parted = typeof typed === 'string' ? '' : ` ${typed.map(({ length }) => length)}`;
  return ownTexts(form)(`${formatPath(path)}${parted} ${source.text}`, () =>
    prepareTemplate(source, formShape(form).seen),
  );
}

/** Nothing was written. It is the report's fault that a template has nothing to say, unless the file has no text at all. */
function emptyPart({ part, path }: ReportText, { source: { text, spotAt }, reads }: Template, form: Form): Diagnostic {
  const spot = spotAt(1, 1);
  const isEmptyFile = spot.kind !== 'report' && text.trim() === '';
  const facts = [...new Set([...reads].flatMap((read) => /^facts\.[^.]+/.exec(read) ?? []))];
  return diagnostic(
    'template/empty',
    {
      name: form.texts[part]?.title ?? headingOf(form, part),
      writtenAt: formatPath(path),
      facts,
      section: part === PREAMBLE ? undefined : part,
      isEmptyFile,
    },
    { path, ...(isEmptyFile && spot.place && { kind: 'resource', place: spot.place }) },
  );
}

/**
 * Writes the texts of a report, from templates or from its own words.
 *
 * @throws ReportError `template/missing-file` if neither is there for a part
 */
export function narrate(report: AnyReport, form: Form, sources: TemplateSources): Narrated {
  const limits = limitsOf(sources);
  const data = templateData(report, form);
  const written = textsIn(report, form).map((one) => {
    const { part, place, path, isRequired } = one;
    const template = templateOf(one, form, sources.find);
    const { problems, text, bound, figures, spotAt } = template.fill(data, limits);
    const all = [...template.problems, ...problems];
    const isEmpty = isRequired && all.length === 0 && !isVisible(text);
    const { reads } = template;
    return {
      written: { part, place, path, text, bound, figures, spotAt },
      reads,
      problems: isEmpty ? [emptyPart(one, template, form)] : all,
    };
  });
  return {
    texts: written.map((one) => one.written),
    reads: new Set(written.flatMap(({ reads }) => [...reads])),
    problems: written.flatMap(({ problems }) => problems),
  };
}
