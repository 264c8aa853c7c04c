import { firstFew } from '../first-few.js';
import { didYouMean } from '../nearest.js';
import { byCause, type CodeEntries } from './code-entry.js';
import {
  type Because,
  type Cause,
  more,
  type Named,
  noMore,
  type OfFile,
  type OfLimit,
  type OneOf,
} from './fact-pieces.js';
import { TEMPLATE_SYNTAX_WORDS, type TemplateSyntaxFacts } from './template-syntax-words.js';

/** A variable. */
interface Variable extends Named, OneOf {
  /** The part of it that is not known. */
  readonly part: string;
  /** It is one that only `each` has. */
  readonly isOutside: boolean;
}

type ValueFacts = Cause<'printed', Named & Unprintable> | Cause<'helper', Named & Because>;

/** A value that is no text and no figure. */
interface Unprintable {
  /** What it is. */
  readonly value: string;
  /** What to write instead. */
  readonly remedy: string;
}

type MissingFileFacts =
  | Cause<'file', OfFile & Because>
  | Cause<'folder', OfFile & Named>
  | Cause<'part', Named & OfForm>
  | Cause<'sentence', Named>;

/** A form of a standard report. */
interface OfForm {
  /** Its id. */
  readonly form: string;
}

/** A folder of templates that gives nothing. */
interface UnusedFolder extends OfFile, OfForm {
  /** Whether the form is an edition of the statutory one. */
  readonly isEdition: boolean;
  /** The files that are there. */
  readonly files: readonly string[];
  /** The first file that would be used. */
  readonly sample: string;
}

/** The facts of problems of templates. */
export interface TemplateFacts {
  /** What of the syntax is wrong. */
  'template/syntax': TemplateSyntaxFacts;
  /** The variable, and what is known where it stands. */
  'template/unknown-variable': Variable;
  /** The helper, and those that there are. */
  'template/unknown-helper': Named & OneOf;
  /** What has no value: a variable that is printed, or an argument of a helper. */
  'template/missing-value': Cause<'printed' | 'argument', Named>;
  /** The variable and what it is, or the helper and what it says. */
  'template/bad-value': ValueFacts;
  /** The limit. */
  'template/too-large': Cause<'text' | 'steps', OfLimit>;
  /** What was looked for. */
  'template/missing-file': MissingFileFacts;
  /** The file. */
  'template/encoding': OfFile;
  /** The folder, the form, and what is in it. */
  'template/unused': UnusedFolder;
}

/** Problems of templates. */
export const TEMPLATE_CODES: CodeEntries<TemplateFacts> = {
  'template/syntax': {
    kind: 'resource',
    means: '模板写得不合语法；写在报告自己文字里的，算报告的问题',
    found: '{{#if facts.fees}}收取信息处理费',
    expected: '配对的 {{ }}，每个 {{#if}}、{{#each}} 都有结尾',
    remedy: '检查指出处的花括号和 {{/if}}、{{/each}} 是否配对',
    says: byCause<TemplateSyntaxFacts>(TEMPLATE_SYNTAX_WORDS),
  },
  'template/unknown-variable': {
    kind: 'resource',
    means: '模板用到的变量不存在',
    found: '{{agency.nmae}}',
    expected: '{{agency.name}}',
    remedy: '按提示的名称改正；能用的变量见 nianbao schema',
    says: ({ name, part, known, isOutside }) =>
      isOutside
        ? {
            message: `模板用到的变量 ${name} 只在 {{#each}} 里面有`,
            found: name,
            expected: `放在 {{#each}} 里面的 ${name}`,
            hint: `${name} 只在 {{#each …}} 里有值`,
          }
        : {
            message: `模板用到的变量 ${name} 不存在`,
            found: name,
            expected: '报告里有的变量',
            hint: didYouMean(part, known),
          },
  },
  'template/unknown-helper': {
    kind: 'resource',
    means: '模板用到的辅助函数不存在',
    found: '{{plus a b}}',
    expected: '{{sum a b}}',
    remedy: '改用提供的辅助函数（README 的“Text”一节）',
    says: ({ name, known }) => ({
      message: `模板用到的辅助函数 ${name} 不存在`,
      found: name,
      expected: '提供的辅助函数',
      hint: didYouMean(name, known),
    }),
  },
  'template/missing-value': {
    kind: 'resource',
    means: '模板要印的值，报告里没有',
    found: '{{facts.training.sessions}}',
    expected: '报告里填了这个值',
    remedy: '填上，或用 {{#if}} 写明没有时不印',
    says: ({ cause, name }) => {
      if (cause === 'argument') {
        const hint = '在报告里填写它，或在模板里用 {{#if …}} 围住';
        return { message: `模板里 ${name} 要用的值，报告里没有`, expected: '', hint };
      }
      const hint = `在报告里填写 ${name}，或在模板里用 {{#if ${name}}} 围住`;
      return { message: `模板要印出 ${name}，报告里没有这个值`, expected: '', hint };
    },
  },
  'template/bad-value': {
    kind: 'resource',
    means: '模板要印的不是文字或数字，而是一组数、一个列表；或者给辅助函数的值不对',
    found: '{{requests.received}}',
    expected: '{{requests.received.total}}',
    remedy: '写到具体的一格；列表用 {{#each}} 或 {{list}}',
    says: byCause<ValueFacts>({
      printed: ({ name, value, remedy }) => ({
        message: `模板要印出的 ${name} 是${value}，不是文字或数字`,
        found: name,
        expected: '文字或数字',
        hint: remedy,
      }),
      helper: ({ name, reason }) => ({ message: `模板里的 ${name} 算不出来`, expected: '', hint: reason }),
    }),
  },
  'template/too-large': {
    kind: 'resource',
    means: '模板写出的文字太长，或要做的太多',
    found: '写出的文字超过 200000 字',
    expected: '不超过 200000 字',
    remedy: '列表套列表时，每多套一层，次数就乘一遍；少套几层，或把列表改短',
    says: ({ cause, ...limit }) => ({
      message: cause === 'text' ? '模板写出的文字太长' : '模板要做的太多',
      found: more(limit),
      expected: noMore(limit),
    }),
  },
  'template/missing-file': {
    kind: 'resource',
    means: '找不到模板文件夹，或模板引用的句子没有文件',
    found: '{{> 申请的数目}}',
    expected: '同一文件夹里的 申请的数目.hbs',
    remedy: '核对路径，和引用的名称与文件名是否一致',
    says: byCause<MissingFileFacts>({
      file: ({ file, reason }) => ({
        message: `无法读取文件 ${file}`,
        found: reason,
        expected: '可以读取的文件',
        hint: '检查它是不是文件、有没有读取权限',
      }),
      folder: ({ file, name }) => ({
        message: `找不到模板文件夹 ${file}`,
        found: '没有',
        expected: `文件夹，其中放 ${name}.hbs 等文件`,
        hint: '检查路径；文件夹里没有的模板用自带的',
      }),
      part: ({ name, form }) => ({
        message: `没有模板可以写出 ${name} 这一部分`,
        found: '没有',
        expected: `模板文件夹里的 ${form}/${name}.hbs，或报告里的 narrative.${name}`,
        hint: `在 narrative.${name} 里撰写，或用 --templates 指定有这个模板的文件夹`,
      }),
      sentence: ({ name }) => ({
        message: `模板引用的句子 ${name} 没有文件`,
        found: `{{> ${name}}}`,
        expected: `同一文件夹里的 ${name}.hbs`,
        hint: '核对名称与文件名是否一致；不要这一句的，删去引用',
      }),
    }),
  },
  'template/encoding': {
    kind: 'resource',
    means: '模板文件不是 UTF-8 编码',
    found: 'GBK 编码的文件',
    expected: 'UTF-8 编码的文字文件',
    remedy: '在“记事本”里打开，“另存为”时把编码选为 UTF-8',
    says: ({ file }) => ({ message: `模板文件 ${file} 不是 UTF-8 编码`, found: '别的编码，如 GBK、UTF-16' }),
  },
  'template/unused': {
    kind: 'resource',
    means: '指定的模板文件夹里没有用得上的文件，文字仍按自带的模板写',
    found: '有 概述.hbs',
    expected: '2021/overview.hbs 一类的文件，与自带的模板同名',
    remedy: '用 nianbao templates copy 复制自带的模板来改；文件夹和文件的名称不要改',
    says: ({ file, form, isEdition, files, sample }) => {
      const example = `把文件放在 ${file}/${form} 里，按“${form}/部分或句子的名称.hbs”命名`;
      return {
        message: `模板文件夹 ${file} 里没有${isEdition ? `${form} 年版` : ` ${form} `}用得上的模板，文字仍按自带的写`,
        found: files.length === 0 ? '没有 .hbs 文件' : `有 ${firstFew(files, '个文件')}`,
        expected: `${form}/${sample}.hbs 一类的文件`,
        hint: isEdition ? `${example}；用 nianbao templates copy ${file} 可以复制自带的来改` : example,
      };
    },
  },
};
