import { formats } from 'nianbao';
import { problem } from './problems.mjs';

/** @typedef {import('nianbao').FormatId} FormatId */

/** The formats, the one to be preferred first. */
export const formatIds = /** @type {FormatId[]} */ (Object.keys(formats));

/** Characters of a title that are kept: that of a report has half as many. */
const TITLE = 200;

/** The beginning of a title, in memory of its own: a part of a text keeps the whole. @param {string} title */
export const shortened = (title) => Buffer.from(title.slice(0, TITLE)).toString();

/**
 * `Content-Disposition` of a file (RFC 6266): whether it is shown or kept, its name in UTF-8 (RFC 8187), and one in ASCII for clients
 * that know no better.
 *
 * @param {'attachment' | 'inline'} kind
 * @param {string} title what the name is made of; characters that file systems refuse become `_`
 * @param {string} extension
 */
export function disposition(kind, title, extension) {
  const safe = shortened(title).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_');
  // File systems allow 255 bytes: 60 characters of any script fit.
  const name = `${
    [...safe]
      .slice(0, 60)
      .join('')
      .replace(/^[\s.]+|\s+$/gu, '') || '报告'
  }.${extension}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  const [digits] = /\d+/.exec(safe) ?? [];
  const plain = digits === undefined ? 'report' : `report-${digits}`;
  return `${kind}; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}`;
}

/** Whether `If-None-Match` names an entity tag: alone, in a list, or as a weak one. @param {string | undefined} header */
const names = (header = '', /** @type {string} */ tag) => header.split('"').includes(tag.slice(1, -1));

/**
 * Answers 304 to who has a file already. `*` means any file, so whether there is one has to be known first.
 *
 * @template T
 * @param {import('fastify').FastifyReply} reply
 * @param {string} tag
 * @param {() => Promise<T>} make throws if there is no file
 * @returns {Promise<T | undefined>} undefined if the answer has been given
 */
export async function unlessKept(reply, tag, make) {
  const header = reply.request.headers['if-none-match'];
  const made = names(header, tag) ? undefined : await make();
  reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (made !== undefined && header?.trim() !== '*') return made;
  reply.code(304).send();
  return undefined;
}

/** What pages may do: nothing but show themselves, a PDF of the portal, and send their forms to it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** The headers of a page. */
export const PAGE = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
};

/** Whether a file is to be shown in the browser, by `?inline`. @param {import('fastify').FastifyRequest} request */
export const dispositionFor = ({ query }) => (Object.hasOwn(Object(query), 'inline') ? 'inline' : 'attachment');

/** What reports are sent as, and the name by which nianbao knows how to read them. @type {Readonly<Record<string, string>>} */
export const BODIES = {
  'application/json': 'report.json',
  'application/yaml': 'report.yaml',
  'application/x-yaml': 'report.yaml',
  'text/yaml': 'report.yaml',
  'text/x-yaml': 'report.yaml',
};

/** How much a client likes a type, by `Accept`: the most exact range decides. @param {string} header */
function liking(header, /** @type {string} */ type) {
  const ranges = header.split(',').map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  for (const name of [type, type.replace(/\/.*/, '/*'), '*/*']) {
    const range = ranges.find(([first]) => first === name);
    if (range) return Number(range.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
  }
  return 0;
}

/**
 * The format that a client asks for: by `?format=`, or else the one it likes best.
 *
 * @param {import('fastify').FastifyRequest} request
 * @throws a problem 400 or 406 if there is none
 */
export function formatFor({ query, headers: { accept = '*/*' } }) {
  const { format } = /** @type {{ format?: unknown }} */ (query);
  if (format !== undefined) {
    const named = formatIds.find((id) => id === format);
    if (named === undefined) throw problem(400, { code: 'http/format', message: `格式只有 ${formatIds.join('、')}` });
    return named;
  }
  const likings = new Map(formatIds.map((id) => [id, liking(accept, formats[id].mime)]));
  const most = Math.max(...likings.values());
  const liked = formatIds.find((id) => likings.get(id) === most);
  if (liked === undefined || most <= 0) throw problem(406);
  return liked;
}
