import { isDay } from '../model/day.js';
import { text } from '../table/visible-text.js';
import * as z from '../table/zod.js';

/** Texts, none of them empty. */
export const texts = z.array(text, { error: '文字的列表' });

/** A text that is a template: its lines, and the white space around them, are of account until it is filled. */
export const prose = z.string({ error: '文字' }).min(1, { error: '不为空的文字' });

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.string({ error: '日期，如 "2021-01-31"' }).refine(isDay, { error: '日期，如 "2021-01-31"' });
