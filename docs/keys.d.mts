import type { Form } from '../src/form/form.js';

export function keysPage(editions: { readonly [id: string]: Form }): string;
