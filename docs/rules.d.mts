import type { Rule } from '../src/rules/rule.js';

export function rulesTable(rules: readonly Rule[]): string;
