/** The middle of numbers. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Half of the middle half, in hundredths of the middle: how restless the numbers are. */
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.floor(part * (sorted.length - 1))];
  return (50 * (at(0.75) - at(0.25))) / median(numbers);
}

/** Records of numbers as one record of their medians. */
export function medians(records) {
  return Object.fromEntries(Object.keys(records[0]).map((key) => [key, median(records.map((record) => record[key]))]));
}

/** How many times the CPU of `own` that `other` takes, round by round: what disturbed a round disturbed both. */
export function times(other, own) {
  const both = Math.min(other.rounds.length, own.rounds.length);
  return median(Array.from({ length: both }, (_, i) => other.rounds[i].cpu / own.rounds[i].cpu));
}
