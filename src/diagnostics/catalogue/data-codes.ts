import { didYouMean } from '../nearest.js';
import { byCause, type CodeEntries } from './code-entry.js';
import {
  type AtMost,
  type Because,
  type Cause,
  type Counted,
  type Given,
  more,
  type Named,
  noMore,
  type OfFile,
  type OfLimit,
  type OneOf,
  type Quoted,
  type Wanted,
} from './fact-pieces.js';

type SyntaxFacts =
  | Cause<'json', Quoted>
  | Cause<'json-key-twice', Named>
  | Cause<'yaml', Quoted & Because>
  | Cause<'yaml-unknown-alias' | 'yaml-ring', Named>
  | Cause<'yaml-expanded', Expanded>
  | Cause<'yaml-aliases', AtMost>
  | Cause<'deep' | 'empty'>
  | Cause<'encoding', OfFile>;

/** What references come to when each is written out. */
interface Expanded extends AtMost {
  /** How many values. */
  readonly values: number;
  /** How many characters. */
  readonly characters: number;
  /** The most characters that are allowed; `most` is that of values. */
  readonly mostCharacters: number;
}

type TypeFacts =
  | Cause<'report', Given>
  | Cause<'value', Given & Wanted & RunTogether>
  | Cause<'not-cloneable', Because>;

/** A key and a value without the space between. */
interface RunTogether {
  /** Whether that is what seems to be wrong. */
  readonly isRunTogether: boolean;
}

type ValueFacts = Cause<'value', Given & Wanted> | Cause<'ring' | 'unreadable'>;

type MissingFacts = Cause<'value', Named & Wanted> | Cause<'part', Named>;

/** A key that is not known where it stands. */
interface StrangeKey extends Named, OneOf {
  /** What the form of the report is called: 格式. */
  readonly noun: string;
  /** The forms, as messages name them, that have it there. */
  readonly forms: readonly string[];
  /** The groups of the report that have it. */
  readonly groups: readonly string[];
}

type TooLargeFacts = Cause<'limit', OfLimit & Titled> | Cause<'deep', AtMost>;

/** A limit in words. */
interface Titled {
  /** What is said where it is exceeded. */
  readonly title: string;
}

/** A form that there is. */
interface KnownForm {
  /** What `edition` says. */
  readonly id: string;
  /** The document that fixes it. */
  readonly citation: string;
  /** The first year and, if it is no longer in force, the last. */
  readonly years: readonly [from: number, to?: number];
}

/** A form that is not there. */
interface StrangeForm {
  /** What `edition` says; nothing if it is not there. */
  readonly given?: string | undefined;
  /** What such forms are called. */
  readonly noun: string;
  /** Those that there are. */
  readonly forms: readonly KnownForm[];
  /** Whether the id looks like one of somebody's own form. */
  readonly isOwn: boolean;
}

/** The facts of problems of data, which are not rules. */
export interface DataFacts {
  /** What of the syntax is wrong. */
  'syntax/invalid': SyntaxFacts;
  /** What is there and what should be. */
  'shape/type': TypeFacts;
  /** What is there and what should be. */
  'shape/value': ValueFacts;
  /** What is not there. */
  'shape/missing': MissingFacts;
  /** The key, and where it would be known. */
  'shape/unknown-key': StrangeKey;
  /** The limit. */
  'shape/too-large': TooLargeFacts;
  /** The form that is named, and those that there are. */
  'edition/unknown': StrangeForm;
  /** The waiver. */
  'waiver/unused': WaivedPlace;
  /** How many are left, and the limit. */
  'findings/more': Counted & OfLimit;
}

/** What a waiver says. */
interface WaivedPlace {
  /** The code of the rule. */
  readonly rule: string;
  /** The places, as it writes them. */
  readonly waives: string;
}

/** `2021 年度及以后的报告用 "2021"`, `2019、2020 年度用 "2019"`. */
function inWords({ id, years: [from, to] }: KnownForm): string {
  if (to === undefined) return `${from} 年度及以后的报告用 "${id}"`;
  return `${Array.from({ length: to - from + 1 }, (_, i) => from + i).join('、')} 年度用 "${id}"`;
}

const figure = (n: number) => (n < 1e12 ? String(n) : `${Math.floor(Math.log10(n))} 位数的`);

const alias = (name: string, message: string, hint: string) => ({
  message: `不是合法的 YAML：${message}`,
  found: `*${name}`,
  expected: '先以 & 定义、后以 * 引用的锚点',
  hint,
});

function keyHint({ name, known, noun, forms, groups }: StrangeKey): string {
  if (forms.length > 0) return `这是${forms.join('、')}的键；核对 edition，或改用本${noun}的表格`;
  if (groups.length === 0) return didYouMean(name, known);
  return `这是 ${groups.join('、')} 里的键：写在 ${groups.join(': 或 ')}: 下面，行首空两格`;
}

/** Problems of the data of a report, which are not rules. */
export const DATA_CODES: CodeEntries<DataFacts> = {
  'syntax/invalid': {
    kind: 'report',
    means: 'JSON 或 YAML 写得不合语法，或者文件是空的、不是 UTF-8 编码',
    found: '"year"：2025',
    expected: '"year": 2025',
    remedy: '检查指出的那一行和前一行的引号、逗号、冒号、括号和缩进；逗号、冒号要用半角',
    says: byCause<SyntaxFacts>({
      json: ({ text }) => ({
        message: '不是合法的 JSON',
        found: text,
        expected: '合法的 JSON',
        hint: '检查此处及前一行的引号、逗号和括号',
      }),
      'json-key-twice': ({ name }) => ({
        message: `同一个对象里 ${name} 出现了两次`,
        found: `重复的 ${name}`,
        expected: '每个键只出现一次',
        hint: '删去其中一个',
      }),
      yaml: ({ text, reason }) => ({
        message: `不是合法的 YAML：${reason}`,
        found: text,
        expected: '合法的 YAML',
        hint: /[，：]/.test(text) ? '分隔用的逗号、冒号要用半角，后面空一格' : '检查此处的缩进、冒号和引号',
      }),
      'yaml-unknown-alias': ({ name }) => alias(name, '引用了没有定义的锚点', '检查以 * 开头的引用'),
      'yaml-ring': ({ name }) => alias(name, '锚点里引用了它自己', '把引用移到锚点之外'),
      'yaml-expanded': ({ values, characters, most, mostCharacters }) => ({
        message: '以 * 引用的内容展开后太大',
        found: `展开后有 ${figure(values)} 个值、${figure(characters)} 个字`,
        expected: `不超过 ${most} 个值、${mostCharacters} 个字`,
        hint: '减少引用，或把报告分开；确须这样大的，由调用程序放宽 limits',
      }),
      'yaml-aliases': ({ most }) => ({
        message: '以 & 定义、以 * 引用的太多',
        found: `超过 ${most} 处`,
        expected: `不超过 ${most} 处`,
        hint: '直接写出内容',
      }),
      deep: () => ({
        message: '内容一层套一层，套得太深',
        found: '读不完',
        expected: '报告那样的几层',
        hint: '检查括号和缩进',
      }),
      empty: () => ({
        message: '文件是空的',
        found: '没有内容',
        expected: 'JSON 或 YAML 写成的报告',
        hint: '检查文件是否保存完整',
      }),
      encoding: ({ file }) => ({
        message: `${file} 不是 UTF-8 编码的文字`,
        found: '其他编码，很可能是 GBK',
        expected: 'UTF-8',
        hint: '用编辑器另存为 UTF-8',
      }),
    }),
  },
  'shape/type': {
    kind: 'report',
    means: '值的类型不对，如该写数字的写了文字',
    found: '"year": "2025年"',
    expected: '"year": 2025',
    remedy: '改为“应为”所说的类型',
    says: byCause<TypeFacts>({
      report: ({ given }) => ({
        message: '报告应是一个对象',
        found: given,
        expected: '对象',
        hint: '最外层应是 { … }，含 edition、year、agency 和规定的表格',
      }),
      value: ({ given, wanted, isRunTogether }) => ({
        message: '值的类型不对',
        found: given,
        expected: wanted,
        hint: isRunTogether ? '冒号要用半角，后面空一格，再写值' : `改为${wanted}`,
      }),
      'not-cloneable': ({ reason }) => ({
        message: '报告里有不能交给其他线程的值',
        found: reason,
        expected: '只由对象、数组、文字、数字、布尔值和 null 组成的报告',
        hint: '去掉函数等值，或先转成 JSON',
      }),
    }),
  },
  'shape/value': {
    kind: 'report',
    means: '值的类型对，但不合规定，如件数是负数',
    found: '-3',
    expected: '不小于 0 的整数',
    remedy: '按“应为”改正',
    says: byCause<ValueFacts>({
      value: ({ given, wanted }) => ({
        message: '值不合规定',
        found: given,
        expected: wanted,
        hint: `改为${wanted}`,
      }),
      ring: () => ({
        message: '数据里包含了它自己',
        found: '循环的引用',
        expected: '像文件里写的那样的数据',
        hint: '去掉循环的引用',
      }),
      unreadable: () => ({
        message: '数据里有读不出来的值',
        found: '一读就出错的值，或者一段字节',
        expected: '像文件里写的那样的数据',
        hint: '换成普通的对象、列表、文字和数',
      }),
    }),
  },
  'shape/missing': {
    kind: 'report',
    means: '缺少必填的内容',
    found: '没有 agency.name',
    expected: '机关全称',
    remedy: '补上；报告里确实没有这一部分的，在 absent 里写明理由',
    says: byCause<MissingFacts>({
      value: ({ name, wanted }) => ({ found: '没有', expected: wanted, hint: `补上 ${name}：${wanted}` }),
      part: ({ name }) => ({
        found: '没有',
        expected: '对象',
        hint: `补上 ${name}：对象；报告里确实没有这一部分的，在 absent.${name} 里写明理由`,
      }),
    }),
  },
  'shape/unknown-key': {
    kind: 'report',
    means: '有不认识的键，多半是写错了，或者写错了层次',
    found: 'agancy',
    expected: 'agency',
    remedy: '按提示的名称改正，或删去',
    says: (facts) => ({
      message: `不认识的键 ${facts.name}`,
      found: facts.name,
      expected: `本${facts.noun}规定的键`,
      hint: keyHint(facts),
    }),
  },
  'shape/too-large': {
    kind: 'report',
    means: '数据太多、太长或一层套一层太深，超过了限度',
    found: '一段文字超过 100000 字',
    expected: '不超过 100000 字',
    remedy: '检查是不是一份报告的数据；确实需要的，放宽限制（docs/limits.md）',
    says: byCause<TooLargeFacts>({
      limit: (facts) => ({
        message: facts.title,
        found: more(facts),
        expected: noMore(facts),
        hint: '检查是不是一份报告的数据；确须这样长的，由调用程序放宽 limits',
      }),
      deep: ({ most }) => ({
        message: '数据一层套一层，套得太深',
        found: `超过 ${most} 层`,
        expected: `不超过 ${most} 层`,
        hint: '检查这一处',
      }),
    }),
  },
  'edition/unknown': {
    kind: 'report',
    means: '没有写明按哪一年版的格式填报，或写了没有的',
    found: '"edition": "2023"',
    expected: '"2021"（国办公开办函〔2021〕30号）或 "2019"（国办公开办函〔2019〕60号）',
    remedy: '2021 年度及以后写 "2021"，2019、2020 年度写 "2019"；自己的报告格式要先加载',
    says: ({ given, noun, forms, isOwn }) => ({
      message: `${given === undefined ? '没有写明' : '没有这个'}${noun}`,
      found: given ?? '没有',
      expected: forms.map(({ id, citation }) => `"${id}"（${citation}）`).join(' 或 '),
      hint: `${forms
        .toSorted((a, b) => b.years[0] - a.years[0])
        .map(inWords)
        .join('，')}；${isOwn ? '自己的报告格式由生成的人加载：命令行用 --form，程序里用 forms' : '注意加引号'}`,
    }),
  },
  'waiver/unused': {
    kind: 'report',
    means: '这条豁免没有对上任何问题',
    found: 'sum/I1 requests.received',
    expected: '一个确实存在的问题',
    remedy: '核对 rule 和 path；问题已经改正的，删去这条豁免',
    says: ({ rule, waives }) => ({ found: `${rule} ${waives}` }),
  },
  'findings/more': {
    kind: 'report',
    means: '问题太多，没有全部列出',
    found: '另有 120 个',
    expected: '不超过 1000 个',
    remedy: '先改正列出的，再检查一次',
    says: ({ count, ...limit }) => ({
      message: `另有 ${count} 个问题没有列出`,
      found: `${count} 个`,
      expected: noMore(limit),
    }),
  },
};
