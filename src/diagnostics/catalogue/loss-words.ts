import { byCause, type Said } from './code-entry.js';
import type { AnyLoss } from './loss-facts.js';
import { TABLE_LOSS_WORDS } from './table-loss-words.js';
import { TEXT_LOSS_WORDS } from './text-loss-words.js';

const sayLoss = byCause<AnyLoss>({ ...TEXT_LOSS_WORDS, ...TABLE_LOSS_WORDS });

/** What is said of a loss. Its code says too little to stand for what is left out. */
export const lossWords = (facts: AnyLoss): Said => ({ expected: '', ...sayLoss(facts) });
