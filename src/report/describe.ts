/** How messages name a value: its kind, and the value itself where it is short. */
export function describe(value: unknown): string {
  if (value === null) return '空值 null';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '对象';
  if (typeof value === 'function') return '函数';
  return typeof value === 'string' ? `文字 ${JSON.stringify(value.slice(0, 40))}` : `${String(value)}`;
}
