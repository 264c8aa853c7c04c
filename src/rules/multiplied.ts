import { canMean } from '../statements/counted-numbers.js';
import type { Told } from '../statements/told.js';
import type { ReadPassage } from './statements.js';

/** How many, how much each, and what that is in all. */
interface Times {
  readonly count: Told;
  readonly each: Told;
  readonly total: Told;
}

const TOTAL = /^(?:全年)?(?:共计?|合计|总计|累计)/u;

/** Products that do not come out: 举办4场，每场60人，累计280人. */
export function timesIn({ told, words: { text } }: ReadPassage): readonly Times[] {
  if (!text.includes('每')) return [];
  return told.flatMap((total, i) => {
    const [count, each] = told.slice(Math.max(0, i - 2), i);
    if (!count || !each || [count, each].some(({ sentence }) => sentence !== total.sentence)) return [];
    const said = text.slice(each.begins, each.counted.from);
    const isEach = new RegExp(`^每一?${count.counted.unit}[^\\d，。；]{0,6}$`, 'u').test(said);
    const isTotal = TOTAL.test(text.slice(total.begins, total.counted.from));
    const isSame =
      each.counted.unit === total.counted.unit || (each.counted.unit === '人' && total.counted.unit === '人次');
    const isExact = [count, each].every(({ counted }) => counted.about === 'exact' && counted.step === 0);
    if (!isEach || !isTotal || !isSame || !isExact) return [];
    return canMean(total.counted, count.counted.value * each.counted.value) ? [] : { count, each, total };
  });
}
