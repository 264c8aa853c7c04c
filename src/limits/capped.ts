import { type Diagnostic, diagnostic, stops } from '../diagnostics/diagnostic.js';
import { type AllLimits, limitFacts } from './limits-of.js';

/** That some are not told stops the rendering if one of them would. */
function others(left: readonly Diagnostic[], limits: AllLimits): Diagnostic {
  return diagnostic(
    'findings/more',
    { count: left.length, ...limitFacts('findings', limits) },
    {
      severity: left.some(stops) ? 'error' : 'warning',
    },
  );
}

/** No more problems than one answer has room for, those that stop the rendering first, and how many are left. */
export function capped(problems: readonly Diagnostic[], limits: AllLimits): readonly Diagnostic[] {
  if (problems.length <= limits.findings) return problems;
  const byGravity = [...problems.filter(stops), ...problems.filter((one) => !stops(one))];
  const kept = new Set(byGravity.slice(0, limits.findings));
  return [...problems.filter((one) => kept.has(one)), others(byGravity.slice(limits.findings), limits)];
}
