// How Node finds and loads TypeScript: `./a.js` is `./a.ts`, and types become blanks, so that lines and columns stay what they are.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import typescript from '@swc/wasm-typescript';

const GLOBALS = new URL('globals.mjs', import.meta.url).href;
const TESTS = new URL('../', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const { search } = new URL(context.parentURL ?? 'file:');
  if (specifier === '@jest/globals') return { url: GLOBALS + search, shortCircuit: true };
  if (!specifier.startsWith('.')) return next(specifier, context);
  const url = new URL(specifier, context.parentURL);
  url.pathname = url.pathname.replace(/\.js$/, '.ts');
  if (!url.pathname.endsWith('.ts') || !existsSync(url)) return next(specifier, context);
  if (search === '?anew' || url.href.startsWith(TESTS)) url.search = search;
  return { url: url.href, shortCircuit: true };
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const { pathname } = new URL(url);
  if (!pathname.endsWith('.ts')) return next(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  const { code } = typescript.transformSync(text, { mode: 'strip-only' });
  return { format: 'module', source: code, shortCircuit: true };
}
