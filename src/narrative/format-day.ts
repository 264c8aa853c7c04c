const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** The parts of a day that a format may ask for. */
const PARTS: { readonly [token: string]: (day: Date) => string } = {
  YYYY: (day) => String(day.getUTCFullYear()).padStart(4, '0'),
  YY: (day) => String(day.getUTCFullYear() % 100).padStart(2, '0'),
  MM: (day) => String(day.getUTCMonth() + 1).padStart(2, '0'),
  M: (day) => String(day.getUTCMonth() + 1),
  DD: (day) => String(day.getUTCDate()).padStart(2, '0'),
  D: (day) => String(day.getUTCDate()),
  dddd: (day) => `星期${WEEKDAYS[day.getUTCDay()]}`,
  ddd: (day) => `周${WEEKDAYS[day.getUTCDay()]}`,
};

/** Letters in square brackets are printed as they are. */
const PIECE = /\[([^\]]*)\]|YYYY|YY|MM?|DD?|d{3,4}|[A-Za-z]+/g;

/**
 * A day of the calendar in a format such as `YYYY年M月D日 dddd`, the same in every time zone.
 *
 * @param day `YYYY-MM-DD`
 * @throws Error, in Chinese, if the format asks for anything else, such as the time
 */
export function formatDay(day: string, format: string): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  return format.replace(PIECE, (piece, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const part = Object.hasOwn(PARTS, piece) ? PARTS[piece] : undefined;
    if (part) return part(midnight);
    throw new Error(`日期格式里的 ${piece} 不能用；可用的有 ${Object.keys(PARTS).join('、')}，其他字母写在 [ ] 里`);
  });
}
