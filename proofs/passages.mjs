// Precision and recall of the rules on a half of the labelled passages: `node proofs/passages.mjs working [--list]`.
import { readdirSync, readFileSync } from 'node:fs';
import { checkReport, parseReport } from '../dist/index.js';
import { measure, passagesOf } from '../test/passages/measure.mjs';
import { check, finish } from './proof.mjs';

// The blind half was written by somebody who knew neither the rules nor the working half: what it gives must hold.
const BARS = { working: { precision: 0.95, recall: 0.8 }, blind: { precision: 0.9, recall: 0.7 } };

const FOLDER = new URL('../fixtures/passages/', import.meta.url);

/** @param {string} half */
const filesOf = (half) => readdirSync(FOLDER).filter((name) => name.startsWith(half) && name.endsWith('.yaml'));

const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)}%`;

/** @param {string} title @param {{ key: string, isHit: boolean }[]} cases @param {string} other */
function table(title, cases, other) {
  console.log(title);
  for (const key of [...new Set(cases.map((one) => one.key))].toSorted()) {
    const own = cases.filter((one) => one.key === key);
    const hits = own.filter(({ isHit }) => isHit).length;
    console.log(`  ${key.padEnd(20)} ${hits} found, ${own.length - hits} ${other}`);
  }
}

/** @param {string} half @param {boolean} isListed */
function tell(half, isListed) {
  const passages = filesOf(half).flatMap((name) => passagesOf(readFileSync(new URL(name, FOLDER), 'utf8')));
  const { found, alarms, missed, precision, recall } = measure(passages, { checkReport, parseReport });
  const right = passages.filter(({ wrong }) => wrong.length === 0).length;
  console.log(`${half}: ${passages.length} passages, ${right} of them right, ${found.length + missed.length} slips`);
  const ofRules = [...found, ...alarms].map((one) => ({ key: one.finding.code, isHit: 'label' in one }));
  table('by rule', ofRules, 'false alarms');
  const ofKinds = [...found, ...missed].map((one) => ({ key: one.label.kind, isHit: 'finding' in one }));
  table('by kind of slip', ofKinds, 'missed');
  if (isListed) {
    for (const { passage, finding } of alarms)
      console.log(
        `FALSE  ${passage.id} ${finding.code} ${finding.message} 〔${finding.words}〕 ${passage.text.trim()}`,
      );
    for (const { passage, label } of missed)
      console.log(`MISSED ${passage.id} ${label.kind} 〔${label.words}〕 ${passage.text.trim()}`);
  }
  console.log(`precision ${percent(precision)}, recall ${percent(recall)}`);
  return { precision, recall };
}

const [half, ...flags] = process.argv.slice(2);
// While no passages are blind, only those that the rules were tried on are measured.
for (const one of (half === undefined ? ['working', 'blind'] : [half]).filter((name) => filesOf(name).length > 0)) {
  const result = tell(one, flags.includes('--list'));
  const bars = one === 'blind' ? BARS.blind : BARS.working;
  await check(`${one}: precision at least ${bars.precision}, recall at least ${bars.recall}`, () => {
    if (result.precision < bars.precision || result.recall < bars.recall) throw new Error(JSON.stringify(result));
  });
}
finish();
