import { printed, spelled } from '../characters/scan.js';
import { trimmed } from '../characters/white-space.js';

/** A text as documents about reports quote it: what cannot be printed is spelled out. */
export const legible = (text: string): string => spelled(trimmed(printed(text)));
