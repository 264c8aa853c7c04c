import { fc } from '../fast-check.js';
import type { Raw } from '../input/example.js';

/** What there is of each kind of value that a block may stand in: what can be printed, lists and the kind of their items, groups. */
export const KINDS = {
  root: {
    values: [
      'year',
      'agency.name',
      'agency.fax',
      'agency.[name]',
      'facts.openDays',
      'facts.training.sessions',
      'facts.fees.amount',
      'facts.fees.amount.unit',
      'facts.channels.length',
      'facts.channels.[0].name',
      'facts.channels.1.unit',
      'requests.received.total',
      'this.year',
      './year',
      'agency/name',
    ],
    lists: { 'facts.channels': 'channel', 'facts.problems': 'text', 'this.facts.measures': 'text' },
    groups: { agency: 'agency', 'facts.training': 'training', 'agency.name': 'text' },
  },
  channel: { values: ['name', 'count', 'unit', 'this.name', './count'], lists: {}, groups: { 'this.name': 'text' } },
  text: { values: ['this', '.'], lists: {}, groups: {} },
  agency: { values: ['name', 'fax', 'website.url'], lists: {}, groups: { website: 'website' } },
  website: { values: ['name', './url'], lists: {}, groups: {} },
  training: { values: ['sessions', 'participants'], lists: {}, groups: {} },
} as const;
export type Kind = keyof typeof KINDS;

const text = fc.constantFrom('网站', '微博', '', '<甲>&"', '{{year}}', '12');
const count = fc.constantFrom(0, 1, 7, 145);
const record = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model, { requiredKeys: [], noNullPrototype: true });
const amount = fc.oneof(
  text,
  count,
  fc.tuple(text, text).map(([value, unit]) => ({ value, unit })),
);

/** Data of the shape of a report, much of it missing, empty or blank. */
export const randomData: fc.Arbitrary<Raw> = record({
  year: count,
  agency: record({ name: text, fax: text, website: record({ name: text, url: text }) }),
  facts: record({
    openDays: count,
    training: record({ sessions: count, participants: count }),
    fees: record({ amount }),
    channels: fc.array(record({ name: text, count, unit: text }), { maxLength: 3 }),
    problems: fc.array(text, { maxLength: 3 }),
    measures: fc.array(text, { maxLength: 2 }),
  }),
  requests: record({ received: record({ total: fc.constantFrom(null, 0, 5) }) }),
});
