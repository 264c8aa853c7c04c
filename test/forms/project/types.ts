import {
  type NotedCount,
  parseReport,
  type Report,
  type ReportInputOf,
  type ReportOf,
  readReport,
  toPdf,
} from 'nianbao';
import form from './form.mjs';

// What the types of a form's reports know of it.

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isSame = <A, B>(same: Same<A, B>) => same;

type Hotline = ReportOf<typeof form>;
type Input = ReportInputOf<typeof form>;

export const parsed = parseReport({}, { forms: [form] });
export const read = readReport('', 'report.yaml', { forms: [form] }).report;
isSame<typeof parsed, Report | Hotline>(true);
isSame<typeof read, Report | Hotline>(true);
if (parsed.edition === 'rexian-2024') {
  isSame<typeof parsed, Hotline>(true);
  // A section that is declared absent has no table.
  const { handling, channels, satisfaction, narrative } = parsed;
  isSame<NonNullable<typeof handling>['received']['towns'], number | NotedCount | null>(true);
  isSame<NonNullable<typeof channels>['app']['change'], number | NotedCount | null>(true);
  isSame<NonNullable<typeof satisfaction>['app']['total'], number | NotedCount | null>(true);
  type Sections = 'summary' | 'channels' | 'handling' | 'satisfaction' | 'knowledge' | 'shortcomings' | 'matters';
  isSame<keyof NonNullable<typeof narrative>, 'preamble' | Sections>(true);
  isSame<keyof NonNullable<typeof parsed.notes>, 'channels' | 'handling' | 'satisfaction' | 'knowledge'>(true);
  isSame<keyof NonNullable<typeof parsed.absent>, Sections>(true);
  // @ts-expect-error a table of the editions
  parsed.disclosure;
  // @ts-expect-error a row of another group of columns
  channels?.spending.count;
}
export const pdf = (report: Hotline) => toPdf(report, { forms: [form] });

const tables = {
  channels: { fill: 0, totals: 'compute', spending: { amount: { value: '221.30', unit: '万元' } } },
  handling: { fill: 0, result: { dispatched: { solved: { towns: 3 } } } },
  satisfaction: { fill: 0 },
  knowledge: { fill: 0, guides: { valid: null } },
} as const satisfies Partial<Input>;

export const input: Input = {
  edition: 'rexian-2024',
  year: 2025,
  agency: { name: '示例县政务服务中心' },
  headings: { knowledge: '五、知识库' },
  title: ['示例县政务服务中心', '2025年12345政务服务便民热线工作年度报告'],
  addressee: '县政府办公室：',
  narrative: { summary: ['一段。', '又一段。'], channels: '表前。', handling: { before: ['表前。'], after: '表后。' } },
  notes: { channels: '注：含转办件。' },
  signoff: { agency: ['示例县政务服务中心', '示例县大数据局'], date: '2026-01-20' },
  facts: {
    seats: 24,
    shortcomings: ['个别单位办理质量不高。'],
    hotIssues: [{ name: '小区物业', count: 412 }],
    training: { sessions: 6, participants: 144 },
    recovered: { value: '128.50', unit: '万元' },
  },
  tables: { matters: [{ columns: ['项目'], rows: [{ values: [1] }] }] },
  ...tables,
};

export const partly: Input = {
  edition: 'rexian-2024',
  year: 2025,
  agency: { name: '示例县政务服务中心' },
  absent: { satisfaction: '本年度没有开展回访' },
  channels: { fill: 0, telephone: { count: { value: 3100, note: '含转办200件' } } },
  handling: tables.handling,
  knowledge: tables.knowledge,
};

const { edition, year, agency } = input;
export const wrong: readonly Input[] = [
  // @ts-expect-error the id of another form
  { edition: 'rexian-2023', year, agency, ...tables },
  // @ts-expect-error a text that the form does not have
  { edition, year, agency, ...tables, narrative: { overview: '' } },
  // @ts-expect-error two texts where there is no table
  { edition, year, agency, ...tables, narrative: { summary: { before: '', after: '' } } },
  // @ts-expect-error a note where there is no table
  { edition, year, agency, ...tables, notes: { summary: '' } },
  // @ts-expect-error a section that the form does not have
  { edition, year, agency, ...tables, headings: { overview: '' } },
  // @ts-expect-error a fact of another kind
  { edition, year, agency, ...tables, facts: { seats: '24' } },
  // @ts-expect-error a field of a fact that must be there
  { edition, year, agency, ...tables, facts: { hotIssues: [{ name: '供热' }] } },
  // @ts-expect-error a fact that the form does not have
  { edition, year, agency, ...tables, facts: { openDays: 3 } },
  // @ts-expect-error a cell that is no amount
  { edition, year, agency, ...tables, knowledge: { fill: 0, guides: { valid: '12' } } },
  // @ts-expect-error a row that the table does not have
  { edition, year, agency, ...tables, knowledge: { fill: 0, books: { valid: 12 } } },
  // @ts-expect-error a table that is not there
  { edition, year, agency, channels: tables.channels, handling: tables.handling, knowledge: tables.knowledge },
];
