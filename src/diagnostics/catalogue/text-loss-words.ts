import type { Words } from './code-entry.js';
import type { AnyLoss } from './loss-facts.js';
import type { TableLoss } from './table-loss-words.js';

/** What is told of texts, pages and whole files. */
export type TextLoss = Exclude<AnyLoss, { readonly cause: TableLoss['cause'] }>;

/** Says a sentence, quotes, and hints. */
const quoting =
  (message: string, hint: string) =>
  ({ text }: { readonly text: string }) => ({ message, found: text, hint });

const onPage =
  (message: string, hint: string) =>
  ({ at }: { readonly at: string }) => ({ message, found: at, hint });

const unseen = (what: string, found: string) => ({
  message: `没有看${what}：它可以藏起文字，也可以添上文字`,
  found,
  hint: '在浏览器里打开网页，看一看有没有藏起或添上的',
});

const NOT_OF_REPORT = '它不属于报告，不必处理';
const READ_WHOLE = '核对这一页是否读全';
const LATER = '看一看这一页：多半是后来加上的';

/** What is said of texts, pages and whole files. */
export const TEXT_LOSS_WORDS: Words<TextLoss> = {
  converted: ({ name }) => ({
    message: '用 LibreOffice 转成 Word 文件后读入',
    found: name,
    hint: '段落和表格的位置按转出的文件计',
  }),
  revisions: ({ count }) => ({
    message: '文件里有没有接受的修订，按接受后的文字读入',
    found: `${count} 处修订`,
    hint: '在 Word 里接受或拒绝全部修订',
  }),
  notes: ({ count }) => ({
    message: '脚注和尾注写进了它所注的文字',
    found: `${count} 条注`,
    hint: '核对“（注：…）”的位置',
  }),
  formula: quoting('公式按一行文字读入', '对照原件核对'),
  order: ({ all }) => ({
    message: '各部分的顺序与规定不同，按规定的顺序读入',
    found: all.join('、'),
    hint: '按规定的格式安排各部分',
  }),
  radicals: ({ all }) => ({ message: '部首字符按同形的汉字读入', found: all.join(''), hint: '不必处理' }),
  'embedded-file': () => ({
    message: '嵌入的另一份文件没有读入',
    found: '嵌入的文件',
    hint: '用 Word 打开后另存为 .docx，嵌入的内容就成为正文',
  }),
  sign: quoting('符号没有读入，它不是文字', '属于报告的，在报告里补上'),
  'line-under-title': quoting('标题下的日期或文号没有读入', '成文日期写在落款里；文号不属于报告'),
  'after-signoff': quoting('落款以后的文字没有读入', '附件和附注不属于报告；属于报告的，请补进各部分'),
  'text-too-long': ({ text, mostPieces, mostTables }) => ({
    message: '文件太长，从这里起没有读入',
    found: text,
    expected: `段落和单元格不超过 ${mostPieces} 个，表格不超过 ${mostTables} 张`,
    hint: '报告没有这样长；核对是不是选错了文件，或把报告单独存成文件',
  }),
  'remark-shown': quoting('批注的文字显示在页面上，没有读入', LATER),
  'remark-covering': quoting('批注盖住或划掉了文字', LATER),
  'remark-over': quoting('批注落在文字上', LATER),
  'page-remark': quoting('批注没有读入', LATER),
  remark: quoting('批注没有读入', '定稿前请处理批注'),
  'remark-in-file': quoting('批注里的文字没有读入', '它是后来加在页面上的；属于报告的，补进报告'),
  'page-without-text': onPage('这一页没有文字，是空白页或者图像', '是图像的，把其中的内容补进报告'),
  recognised: onPage('这一页的文字是对扫描图像识别出来的', '逐字逐格对照原件'),
  'columns-of-page': onPage('这一页的文字分栏，按先左栏、后右栏读入', '核对各段文字的先后，和它们属于哪一部分'),
  untagged: quoting('有文字不在标签里，没有读入', READ_WHOLE),
  'beside-page': quoting('有文字超出版面，看不见，没有读入', READ_WHOLE),
  'hidden-layer': quoting('隐藏图层的文字没有读入', READ_WHOLE),
  'beyond-page': quoting('版面上下以外看不见的文字没有读入', READ_WHOLE),
  turned: quoting('与同页正文方向不同的文字没有读入', '按原件补进报告'),
  slanted: quoting('斜排的文字没有读入', NOT_OF_REPORT),
  'strange-letters': quoting(
    '有些字的编码不对，读出来的字与看到的不同',
    '用生成它的 Word 文件，或者重新导出 PDF；逐字核对',
  ),
  'other-documents': ({ count }) => ({
    message: '文件里还有别的文档，没有读入',
    found: `${count} 份文档`,
    hint: '拆成几个文件后分别读',
  }),
  section: ({ name }) => ({
    message: `没有“${name}”这一部分`,
    hint: '原件确实没有的，不必处理；有的，请补进报告',
  }),
  table: ({ name }) => ({
    message: `“${name}”里没有规定的表格`,
    hint: '表格按空白读入；表格是图片的，请按原件填写',
  }),
  heading: ({ name }) => ({ message: `没有“${name}”这个标题`, hint: '按规定的格式补上标题' }),
  title: () => ({ message: '没有找到标题', hint: '核对机关名称和年度' }),
  agency: () => ({ message: '没有读到机关名称', expected: '机关全称', hint: '填写 agency.name' }),
  year: () => ({ message: '没有读到报告年度', hint: '填写 year' }),
  'extra-section': ({ name, given }) => ({
    message: '规定的格式里没有这一部分',
    found: given,
    expected: `并入“${name}”`,
    hint: '按规定的格式安排各部分',
  }),
  'heading-by-number': quoting('标题与规定的文字不同，按序号认作这一部分', '核对这一部分的标题'),
  'without-heading': ({ name, text }) => ({
    message: '没有标题，按位置和文字认作这一部分',
    found: text,
    expected: `“${name}”`,
    hint: '核对这一部分从哪里开始，补上标题',
  }),
  'damaged-characters': ({ count }) => ({
    message: '文件里有损坏的字，读作 �',
    found: `${count} 处`,
    hint: '按原件改正这些字',
  }),
  'carried-differs': ({ given, wanted }) => ({
    message: '文件所附的数据与看到的不同，按看到的读入',
    found: given,
    expected: `所附的数据是 ${wanted}`,
    hint: '文件生成以后改过；核对改动是否应当',
  }),
  'carried-unusable': () => ({
    message: '文件附有数据，但不能用来核对，按看到的读入',
    found: '所附的数据',
    hint: '用自己格式或模板的，加上 --form、--templates',
  }),
  'running-text': quoting('页眉页脚的文字没有读入', NOT_OF_REPORT),
  'styles-elsewhere': ({ count }) => unseen('网页以外的样式表', `${count} 个`),
  'styles-complex': () => unseen('网页里的样式表', '太复杂'),
  programs: ({ count }) => unseen('脚本运行以后的样子', `${count} 段`),
  'embedded-pages': ({ count }) => ({
    message: '嵌在网页里的别的网页或文件没有读入',
    found: `${count} 个`,
    hint: '报告在嵌入的网页或文件里的，请另存后读取',
  }),
  'around-report': ({ count, all }) => ({
    message: '页面上不属于报告的文字没有读入：导航、分享、版权和页码等',
    found: `${count} 处：${all.join('｜')}`,
    hint: '其中如有报告的文字，请补进报告',
  }),
  pictures: ({ count }) => ({
    message: '图片里的文字和数字读不出',
    found: `${count} 幅图片`,
    hint: '表格是图片的，须按原件填写',
  }),
  'hidden-on-page': quoting('隐藏的文字没有读入', '网页不显示它；确属报告的，请补进报告'),
  'hidden-in-file': quoting('隐藏的文字没有读入', '确属报告的，取消隐藏后另存'),
  struck: quoting('划去的文字没有读入', '确已划去的，在原件里删去；仍属报告的，取消删除线'),
  placeholder: quoting('提示填写的文字没有读入', '应当填写的，在原件里填上'),
  'other-form': ({ year, form, noun }) => ({
    message: `${year} 年度的报告用的是${form}的表格`,
    found: form,
    expected: `施行年度内的${noun}`,
    hint: '核对年度和表格；重新编制时改用本年度的格式',
  }),
  'more-tables': ({ count }) => ({
    message: '文件里不止一份报告，只读了第一份',
    found: `另有 ${count} 张同样的表`,
    hint: '一份报告存成一个文件，分别读取',
  }),
};
