import autocannon from 'autocannon';
import { fixture } from '../readers/fixtures.mjs';

// More requests than a portal can render, sent by a process of its own: `fork(load.mjs, [url, seconds])`. It sends back what
// came of them. No two posted reports are the same, so that none is answered from a cache.

const [url = '', seconds] = process.argv.slice(2);
const text = fixture('2019/yinchuan-2020.json').text;
const { agency } = JSON.parse(text);

let posted = 0;
const distinct = () => text.replace(JSON.stringify(agency.name), JSON.stringify(`${agency.name}${++posted}`));

/** @type {Record<number, number>} */
const statuses = {};
/** @type {Set<string>} */
const faults = new Set();

/** Whether an answer is what its status says. Bodies come as text: what is no character is lost, not the ends. */
function faultOf(
  /** @type {number} */ status,
  /** @type {string} */ body,
  /** @type {Record<string, string>} */ headers,
) {
  const type = headers['content-type'] ?? '';
  if (status === 503) return headers['retry-after'] && JSON.parse(body).code === 'http/busy' ? '' : `503: ${body}`;
  if (status !== 200) return `${status}: ${body.slice(0, 200)}`;
  const isWhole = type.endsWith('pdf') ? /^%PDF-1[\s\S]*%%EOF\s*$/ : /^PK\x03\x04[\s\S]*PK\x05\x06/;
  return isWhole.test(body) ? '' : `no whole ${type}: ${body.slice(0, 20)}`;
}

const onResponse = (
  /** @type {number} */ status,
  /** @type {string} */ body,
  /** @type {unknown} */ _,
  /** @type {any} */ headers,
) => {
  statuses[status] = (statuses[status] ?? 0) + 1;
  const fault = faultOf(status, body, headers);
  if (fault) faults.add(fault);
};

const post = (/** @type {string} */ format) => ({
  method: /** @type {const} */ ('POST'),
  path: `/render?format=${format}`,
  headers: { 'content-type': 'application/json' },
  setupRequest: (/** @type {object} */ request) => ({ ...request, body: distinct() }),
  onResponse,
});
const get = (/** @type {string} */ path) => ({ method: /** @type {const} */ ('GET'), path, onResponse });

const { errors, timeouts } = await autocannon({
  url,
  connections: 40,
  duration: Number(seconds),
  requests: [post('pdf'), post('docx'), get('/reports/huaian-2024.pdf'), post('pdf'), get('/reports/minimal.docx')],
});
process.send?.({ statuses, faults: [...faults], errors, timeouts, posted });
