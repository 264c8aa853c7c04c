import { expect, test } from '@jest/globals';
import { checkReport, composeReport, prepareReport, type TextOptions } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { minimalReport, problemsOf } from '../input/example.js';

const REASON = { reason: '原文如此' };
const waived = fc.subarray([
  { rule: 'sum/I3', path: 'review.reconsideration.total', ...REASON },
  { rule: 'sum/I2', path: 'requests.received.total', ...REASON },
]);
const overview = fc.constantFrom(
  '本机关依法公开。',
  '本年收到申请9件。',
  '一是公开。一是公开',
  '公开了①\u{F8FF}条',
  '{{wrong}}',
);
const report = fc
  .record({ overview, upheld: fc.nat(2), received: fc.nat(2), waivers: waived })
  .map(({ overview: text, upheld, received, waivers }) =>
    minimalReport({
      narrative: { overview: text, problems: '还不够丰富。', other: '无。' },
      review: { fill: 0, reconsideration: { upheld, total: 1 } },
      requests: { fill: 0, received: { naturalPerson: received, total: 1 } },
      waivers,
    }),
  );

/** What an office makes of text rules: it wants their failures to stop its reports, or not to hear of them. */
const settings = fc.dictionary(
  fc.constantFrom('text/figure', 'text/enumerator', 'text/no-stop'),
  fc.constantFrom('error', 'off', 'note'),
);

test('a document that is composed without its findings is the one that comes with them, and stops for all of them', () => {
  fc.assert(
    fc.property(report, settings, (given, rules) => {
      const options = { rules } as TextOptions;
      const prepared = prepareReport(given, options);
      if (prepared.document === undefined) {
        expect(problemsOf(() => composeReport(given, options))).toEqual(checkReport(given, options));
      } else expect(composeReport(given, options)).toEqual(prepared.document);
    }),
    { numRuns: 40 },
  );
});
