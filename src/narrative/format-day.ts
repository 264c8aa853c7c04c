import dayjs from 'dayjs';
import chinese from 'dayjs/locale/zh-cn.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** The parts of a day that a format may ask for: those of dayjs without times and zones, which a day does not have. */
const PARTS = ['YYYY', 'YY', 'MM', 'M', 'DD', 'D', 'dddd', 'ddd'];

/** Letters in square brackets are printed as they are. */
const PIECE = /\[[^\]]*\]|([A-Za-z])\1*/g;

/**
 * A day of the calendar in a format such as `YYYY年M月D日 dddd`, the same in every time zone.
 *
 * @param day `YYYY-MM-DD`
 * @throws Error, in Chinese, if the format asks for anything else, such as the time
 */
export function formatDay(day: string, format: string): string {
  for (const [piece] of format.matchAll(PIECE)) {
    if (piece.startsWith('[') || PARTS.includes(piece)) continue;
    throw new Error(`日期格式里的 ${piece} 不能用；可用的有 ${PARTS.join('、')}，其他字母写在 [ ] 里`);
  }
  return dayjs.utc(day).locale(chinese).format(format);
}
