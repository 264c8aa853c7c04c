import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG. @param {string} name @param {Buffer} data */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * A red ring on nothing, as a PNG: what a seal looks like from afar.
 *
 * @param {number} width in pixels
 * @param {number} height
 */
export function sealPicture(width, height = width) {
  const inRing = (/** @type {number} */ x, /** @type {number} */ y) => {
    const distance = Math.hypot((2 * x) / width - 1, (2 * y) / height - 1);
    return distance < 1 && distance > 0.9;
  };
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => (inRing(x, y) ? [210, 20, 20, 200] : [0, 0, 0, 0])).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
