import type { CodeEntry } from '../src/diagnostics/codes.js';
import type { Rule } from '../src/rules/rule.js';

export function codesPage(
  areas: { readonly [title: string]: { readonly [code: string]: CodeEntry } },
  rules: readonly Rule[],
): string;
