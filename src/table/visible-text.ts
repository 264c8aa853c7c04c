import { isVisible, trimmed } from '../characters/white-space.js';
import * as z from './zod.js';

const NOT_EMPTY = '不为空的文字';

/** A text that may be empty, without white space at its ends. */
export const anyText = z.string({ error: '文字' }).overwrite(trimmed);

/** A text with something to see in it, without white space at its ends. */
export const text = anyText
  .min(1, { error: NOT_EMPTY, abort: true })
  .refine(isVisible, { error: `${NOT_EMPTY}，不能只有看不见的字符` });
