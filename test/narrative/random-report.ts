import { rightRequests, rightReview } from '../check/right-report.js';
import { fc } from '../fast-check.js';
import type { Raw } from '../input/example.js';
import { withValue } from '../input/example.js';
import { disclosureCells, type EditionId } from '../tables/form.js';

const word = fc.constantFrom(
  '政府网站',
  '政务微博',
  '政务微信',
  '政务抖音',
  '政府公报',
  '公开专区',
  '“示例发布”微信公众号',
);
const sentence = fc.constantFrom(
  '纳入年度考核。',
  '公众评价良好。',
  '未发生责任追究情况。',
  '更新不够及时，力度不够大。',
);
const count = fc.oneof(fc.constant(0), fc.nat({ max: 99999 }));
const amount = fc.oneof(
  fc.constantFrom<Raw>(0, '0.00', '6420.50', 12, { value: '0', unit: '元' }, { value: '3.20', unit: '万元' }),
  fc.nat({ max: 9999 }),
);
const optional = { requiredKeys: [] };

const facts = fc.record(
  {
    channels: fc.uniqueArray(
      fc.record({ name: word, count, unit: fc.constantFrom('条', '件', '篇') }, { requiredKeys: ['name', 'count'] }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    interpretations: count,
    openDays: count,
    consultations: count,
    platforms: fc.uniqueArray(fc.record({ name: word, count }), { maxLength: 3, selector: ({ name }) => name }),
    meetings: count,
    training: fc.record({ sessions: count, participants: count }),
    assessment: sentence,
    socialReview: sentence,
    accountability: sentence,
  },
  optional,
);

/** The facts without which a default template has nothing to say, so that it is always told to. */
const needed = fc.record({
  problems: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  measures: fc.array(sentence, { maxLength: 4 }),
  fees: fc.record({ cases: count, amount }),
  otherMatters: fc.array(sentence, { maxLength: 2 }),
});

const agency = fc.record(
  {
    name: fc.constant('示例市示例局'),
    shortName: fc.constant('我局'),
    office: fc.constant('办公室'),
    address: fc.constant('示例市示范大道1号'),
    postcode: fc.constant('100000'),
    telephone: fc.constant('010-00000000'),
    fax: fc.constant('010-00000001'),
    email: fc.constant('a@example.gov.cn'),
    website: fc.constant({ name: '示例市政府网站', url: 'http://www.example.gov.cn/' }),
  },
  { requiredKeys: ['name'] },
);

const isAmount = (cell: string) => cell.endsWith('.amount');

const disclosure = (edition: EditionId) =>
  fc
    .tuple(...disclosureCells(edition).map((cell) => fc.oneof(isAmount(cell) ? amount : count)))
    .map((values) => disclosureCells(edition).reduce((data: Raw, cell, i) => withValue(data, cell, values[i]), {}));

/** Any report whose text is left to the default templates and whose sums hold. */
export const defaultReport = (edition: EditionId): fc.Arbitrary<Raw> =>
  fc
    .record({
      agency,
      facts,
      needed,
      disclosure: disclosure(edition),
      requests: fc.oneof(fc.constant({ fill: 0 }), rightRequests(edition)),
      review: fc.oneof(fc.constant({ fill: 0 }), rightReview),
    })
    .map(({ facts, needed, ...rest }) => ({
      ...rest,
      edition,
      year: edition === '2019' ? 2020 : 2024,
      facts: { ...facts, ...needed },
    }));
