import { isDay } from '../model/day.js';
import * as z from '../table/zod.js';

/** A text that is not empty. */
export const text = z.string({ error: '文字' }).min(1, { error: '不为空的文字' });

/** Texts, none of them empty. */
export const texts = z.array(text, { error: '文字的列表' });

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.string({ error: '日期，如 "2021-01-31"' }).refine(isDay, { error: '日期，如 "2021-01-31"' });
