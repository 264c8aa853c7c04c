import type { Limit } from '../src/limits/limits.js';

export function limitsPage(limits: { readonly [name: string]: Limit }): string;
