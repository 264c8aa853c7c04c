import type { StatedFigure, StatedSubject } from '../form/figure-words.js';

const NORMATIVE = /(?:行政)?规范性(?:的)?文件/u;
const RULES = /(?<!党内)(?:政府)?规章(?!制度|库|、制度)/u;
const NOT_MADE = /以[^，。]{1,20}名义|审查|备案|清理(?!废止)|公开(?!现行)|解读|目录|库|牵头|起草|修[改订]|报送|评估/u;

/** What is counted of documents: what was done with them, and the columns for it. */
const documents = (
  columns: readonly (readonly [name: string, words: RegExp, key: string])[],
): readonly StatedFigure[] =>
  (
    [
      ['规范性文件', NORMATIVE, 'normativeDocuments'],
      ['规章', RULES, 'rules'],
    ] as const
  ).flatMap(([thing, topic, row]) =>
    columns.map(([name, words, key]) => ({
      name: `${thing}${name}`,
      topic,
      words,
      paths: [`disclosure.${row}.${key}`],
      ...(!['inForce', 'disclosed', 'disclosedTotal'].includes(key) && { not: NOT_MADE }),
    })),
  );

/** The documents of the current edition. */
export const statedDocuments = documents([
  ['制发', /制发|制定(?:出台|印发|发布|并公布)?|出台|印发|新增|新制[定作发]/u, 'issued'],
  ['废止', /废止(?:(?:和|或|、)?(?:宣布)?失效)?|(?:宣布)?失效(?:和|或|、)废止/u, 'repealed'],
  ['现行有效', /现行有效(?:的)?|继续有效/u, 'inForce'],
]);

/** The documents of the trial edition. */
export const statedDocumentsOfTrial = documents([
  ['新制作', /制发|制定(?:出台|印发|发布)?|新制[定作发]|制作/u, 'made'],
  ['新公开', /新公开/u, 'disclosed'],
  ['对外公开总数', /对外公开总(?:数量?|计)?|累计公开/u, 'disclosedTotal'],
]);

const NOT_DECIDED =
  /公[示开]|信息|结果|事项|目录|清单|听证|案卷|发布|申请|网办|即办|录入|归集|上传|推送|平均|听取|指导|依据|裁量|条(?!例)/u;

const decision = (name: string, topic: RegExp, path: string): StatedSubject => ({
  name,
  topic,
  not: NOT_DECIDED,
  paths: [path],
});

/** Decisions of the disclosure table that texts state, in both editions. */
export const statedDecisions: readonly StatedFigure[] = [
  decision('行政许可', /行政许可(?:处理)?(?:决定|案件)?/u, 'disclosure.licensing.decisions'),
  decision('行政处罚', /行政处罚(?:处理)?(?:决定|案件)?/u, 'disclosure.penalties.decisions'),
  decision('行政强制', /行政强制(?:措施|执行)?(?:处理)?(?:决定|案件)?/u, 'disclosure.coercion.decisions'),
];
