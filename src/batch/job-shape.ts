import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { formats } from '../index.js';
import * as z from '../table/zod.js';

/**
 * What `nianbao batch` puts into a queue, and nothing else: whoever can write to the queue may have put anything there, and what is not
 * looked for here, such as the folder of the shipped fonts or limits of a seal's own, would be done as it says.
 */

const texts = z.array(z.string());

const font = z.union([z.string(), z.strictObject({ file: z.string(), only: z.enum(['chinese', 'western']) })]);

const site = z.strictObject({
  name: z.string().optional(),
  domain: z.string().optional(),
  idCode: z.string().optional(),
});

/** What is loosely said here is looked at by those whom it concerns. */
const look = z.strictObject({
  draft: z.boolean().optional(),
  embedFonts: z.boolean().optional(),
  attachData: z.boolean().optional(),
  html: z
    .strictObject({ fragment: z.boolean().optional(), idPrefix: z.string().optional(), site: site.optional() })
    .optional(),
  ofd: z.strictObject({ archive: z.boolean().optional() }).optional(),
  fonts: z.record(z.string(), z.union([font, z.array(font)])).optional(),
  templates: z.string().optional(),
  forms: texts.optional(),
  seal: z.strictObject({ image: z.string(), width: z.number() }).optional(),
  sealPlace: z.strictObject({ width: z.number() }).optional(),
  rules: z.unknown().optional(),
  limits: z.unknown().optional(),
});

const input = z.strictObject({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  line: z.number().optional(),
  at: z.array(z.union([z.string(), z.number()])).optional(),
});

const known = z.enum(Object.keys(formats) as [string, ...string[]]);

const queued = z.strictObject({
  version: z.string(),
  input: z.string(),
  store: z.string(),
  job: z.strictObject({
    input,
    formats: z.array(known).max(Object.keys(formats).length),
    names: z.record(z.string(), z.string()),
    look,
  }),
});

/** Why something in a queue is no job, with the first place that is strange; undefined if it is one. */
export function strangeJob(data: unknown): Diagnostic | undefined {
  const { error } = queued.safeParse(data);
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return undefined;
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const place = [...issue.path, ...keys].map(String).join('.').slice(0, 100);
  return diagnostic('queue/mismatch', { cause: 'job', place });
}
