import type { FormBar, FormChart } from '../form/chart.js';
import { valueAt } from '../table/cells.js';
import { exactSum } from '../table/exact-sum.js';
import type { Given } from './compared-reports.js';
import type { ComparedChart } from './comparison.js';
import { distinct } from './distinct.js';

/** What a report has for a bar; nothing if a cell is blank or is not there. */
function barValue(bar: FormBar | undefined, { report }: Given): string | null {
  const sum = bar && exactSum(bar.of.map((path) => valueAt(report, path.split('.'))));
  return sum === undefined ? null : sum.sum.toFixed();
}

const chartOf = ({ form }: Given, title: string): FormChart | undefined =>
  form.charts?.find((chart) => chart.title === title);

/** The charts that the forms of the reports want, in the order of the last report's form; charts and bars answer by their names. */
export function comparedCharts(given: readonly Given[]): readonly ComparedChart[] {
  const latestFirst = given.toReversed();
  const titles = distinct(latestFirst.flatMap(({ form }) => form.charts?.map(({ title }) => title) ?? []));
  return titles.map((title) => {
    const charts = latestFirst.flatMap((one) => chartOf(one, title) ?? []);
    const names = distinct(charts.flatMap(({ bars }) => bars.map(({ name }) => name)));
    const barOf = (one: Given, name: string) => chartOf(one, title)?.bars.find((bar) => bar.name === name);
    return {
      title,
      unit: charts[0]?.unit ?? '',
      bars: names.map((name) => ({ name, values: given.map((one) => barValue(barOf(one, name), one)) })),
    };
  });
}
