/** Far more parts than a form of ours has: thousands of them would hold the event loop. */
const MOST_PARTS = 100;

/** Whether a body has more parts than that: each says so in its head. @param {Uint8Array} body */
function hasTooMany({ buffer, byteOffset, length }) {
  const bytes = Buffer.from(buffer, byteOffset, length);
  let [parts, at] = [0, bytes.indexOf('form-data')];
  while (at >= 0 && parts <= MOST_PARTS) [parts, at] = [parts + 1, bytes.indexOf('form-data', at + 1)];
  return parts > MOST_PARTS;
}

/** What a form has sent; undefined if it is none. @param {Uint8Array} body @param {string} type its type, with the boundary of its parts */
export async function formOf(body, type) {
  if (hasTooMany(body)) return undefined;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
