import { createRequire } from 'node:module';

type Handlebars = typeof import('handlebars');
let loaded: Handlebars | undefined;

/**
 * Handlebars in the one file that its package builds: it loads in a third of the time of its parts, and leaves out source maps,
 * which nobody sees here and which compiling a template would spend half its time on. It is loaded for the first template that
 * has something to fill in.
 */
export function handlebars(): Handlebars {
  loaded ??= createRequire(import.meta.url)('handlebars/dist/handlebars.js') as Handlebars;
  return loaded;
}
