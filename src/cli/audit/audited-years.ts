import { misuse } from '../misuse.js';

/** A year, or two that years lie between, however people write that. */
const SPAN = /^(\d{4})(?:年)?(?:\s*[-–—~～至到]+\s*(\d{4})(?:年)?)?$/;

/** More than there will be reports of: a slip, such as 2021-20241. */
const MOST = 100;

function yearsIn(span: string): readonly number[] {
  const [, from, to = from] = SPAN.exec(span.trim()) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return last >= first && last - first < MOST ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
}

/**
 * The years that `--years` names: `2024`, `2021-2024`, `2021,2023`.
 *
 * @throws ReportError `usage/argument`
 */
export function yearsOf({ years: typed }: { readonly years?: string }): { readonly years?: readonly number[] } {
  if (typed === undefined) return {};
  const spans = typed.split(/[,，、]/).map(yearsIn);
  if (spans.some((span) => span.length === 0)) {
    throw misuse({ cause: 'years', given: typed });
  }
  return { years: [...new Set(spans.flat())].sort((a, b) => a - b) };
}
