import type { Form } from '../form/form.js';

/** What the form wants of a text, for whoever writes it; nothing if it wants nothing in particular. */
export function textGuide({ texts, tables }: Form, key: string): string | undefined {
  if (Object.hasOwn(tables, key) && !Object.hasOwn(texts, key))
    return '多数报告不写：表的前后要加说明、表下要加注的才写。';
  const { parts = [], requires = [], isFresh, limit } = texts[key] ?? {};
  const wanted = [
    ...(parts.length > 0 ? [`写明${parts.map(({ name }) => name).join('、')}等方面的情况`] : []),
    ...requires.map(({ expected }) => expected),
    ...(isFresh ? ['写本年度的情况，不照抄上年'] : []),
    ...(limit === undefined ? [] : [`一般不超过 ${limit} 字`]),
  ];
  return wanted.length === 0 ? undefined : `${wanted.join('；')}。`;
}
