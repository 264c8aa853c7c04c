import type { Words } from './code-entry.js';
import type { AtMost, Cause, Given, Listed, Named, Near, OfFile, OneOf } from './fact-pieces.js';

/** A form of a standard report that is asked for. */
interface OfForms {
  /** What such forms are called. */
  readonly noun: string;
}

/** What can be wrong with the arguments and options of functions, which the command line has too. */
export type OptionFacts =
  | Cause<'same-form', Named & OneOf>
  | Cause<'no-form', OfFile & Given>
  | Cause<'id-prefix', Given>
  | Cause<'seal-width', Given & AtMost>
  | Cause<'both-seals'>
  | Cause<'archived-seal'>
  | Cause<'nothing-to-attach'>
  | Cause<'not-awaited' | 'wrapped-report'>
  | Cause<'no-content' | 'no-report' | 'unfilled-report' | 'unknown-form', Given>
  | Cause<'compare-few' | 'compare-kinds' | 'compare-mixed', Listed>
  | Cause<'rollup-year' | 'rollup-agency'>
  | Cause<'rollup-form', Given & OneOf & OfForms>
  | Cause<'rollup-children', Named & OneOf & Near>;

const notParsed = (found: string, hint: string) => ({
  message: '收到的不是 parseReport、readReport 或 read 给出的报告',
  found,
  expected: '读好的报告，每一格都有值',
  hint,
});

/** What is said of arguments and options of functions. */
export const OPTION_WORDS: Words<OptionFacts> = {
  'same-form': ({ name, known }) => ({
    message: `有两个报告格式的 id 都是 ${name}`,
    found: name,
    expected: '各不相同的 id',
    hint: `自己的格式不能用 ${known.join('、')}`,
  }),
  'no-form': ({ file, given }) => ({
    message: `${file} 里没有报告格式`,
    found: given,
    expected: '默认导出（export default）是用 defineForm 定义的格式的模块',
    hint: '检查这个文件；写法见 docs/forms.md',
  }),
  'id-prefix': ({ given }) => ({
    message: '网页里 id 的开头不对',
    found: given || '空的',
    expected: '以英文字母开头，只有英文字母、数字、- 和 _',
    hint: '如 --id-prefix nb2024-',
  }),
  'seal-width': ({ given, most }) => ({
    message: '印章的宽度不对',
    found: given,
    expected: `大于 0、不超过 ${most} 的毫米数`,
    hint: '机关的印章一般宽 42 毫米',
  }),
  'both-seals': () => ({
    message: '印章图片和留给签章的位置不能一起要',
    found: 'seal（--seal）和 sealPlace（--seal-place）',
    expected: '二者之一',
    hint: '文件随后由签章系统盖章的，只用 --seal-place；只要看样子的，只用 --seal',
  }),
  'archived-seal': () => ({
    message: '存档用的 OFD 里不画印章图片：图片不是电子印章，没有法律效力，存下来会被当成盖过章',
    found: '印章图片',
    expected: '没有印章图片的存档文件',
    hint: '去掉 --seal；存档前要由签章系统盖章的，用 --seal-place 留出位置',
  }),
  'nothing-to-attach': () => ({
    message: 'renderDocument 不能附带报告数据：文档里没有报告',
    found: 'attachData: true',
    expected: '不写 attachData',
    hint: '改用 renderReport；或把要附带的文件作为第三个参数传给 renderDocument',
  }),
  'no-report': ({ given }) => notParsed(given, '先读入，再生成：toPdf(parseReport(data))'),
  'not-awaited': () => notParsed('Promise', '前面少写了 await'),
  'no-content': ({ given }) => ({
    message: '要读入的不是文件的内容',
    found: given,
    expected: '文件的字节（Uint8Array）或文字',
    hint: '先读出文件：read(await readFile(name), { name })',
  }),
  'wrapped-report': () => notParsed('带有 report 的对象', '把其中的 report 交给它：toPdf(result.report)'),
  'unfilled-report': ({ given }) =>
    notParsed(`${given} 没有值`, '先读入，再生成：toPdf(parseReport(data))；没有填写的格（fill、totals）在读入时补上'),
  'unknown-form': ({ given }) =>
    notParsed(`edition 是 ${given}，没有加载这个格式`, '自己的报告格式用 forms 传入：toPdf(report, { forms: [form] })'),
  'compare-few': ({ all }) => ({
    message: '比较至少要有两份报告',
    found: all.join('；') || '一份也没有',
    expected: '两份以上',
    hint: '再给出一份：同一机关另一年的，或另一机关同一年的',
  }),
  'compare-kinds': ({ all }) => ({
    message: '这些报告不是同一种报告，不能比较',
    found: all.join('；'),
    expected: '同一种报告',
    hint: '每种报告分开比较',
  }),
  'compare-mixed': ({ all }) => ({
    message: '这些报告既不是同一机关各年的，也不是各机关同一年的',
    found: all.join('；'),
    expected: '同一机关的各年报告（每年一份），或同一年各机关的报告（每个机关一份）',
    hint: '分开比较；机关改过名的，说明它们是同一机关（--renamed，库里是 isOneAgency）',
  }),
  'rollup-agency': () => ({
    message: '没有写汇总的机关',
    found: '名称是空的',
    expected: '机关全称，如 示例县人民政府',
    hint: '写明机关：命令行用 --agency，程序里用 agency',
  }),
  'rollup-year': () => ({
    message: '不知道汇总哪个年度',
    found: '没有一份可以计入的报告',
    expected: '年度',
    hint: '写明年度：命令行用 --year，程序里用 year',
  }),
  'rollup-form': ({ noun, given, known }) => ({
    message: `没有这个${noun}`,
    found: given,
    expected: known.join('、'),
    hint: '自己的报告格式要先加载：命令行用 --form，程序里用 forms',
  }),
  'rollup-children': ({ name, known, near }) => ({
    message: `名单里没有“${name}”的下级`,
    found: name,
    expected: known.join('、'),
    hint: near === undefined ? '核对机关名称和名单的“上级”一列' : `是不是“${near}”？`,
  }),
};
