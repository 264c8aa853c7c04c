import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Plain data as bytes, in V8's own form, which takes less than JSON both ways. The fastest compression leaves a fifth of a report. They have
 * memory of their own size: zlib's is four times as large, and goes along whole when bytes are sent.
 */
export const packValue = (value: unknown): Uint8Array => new Uint8Array(deflateRawSync(serialize(value), { level: 1 }));

/** What was packed. */
export const unpackValue = <T>(bytes: Uint8Array): T => deserialize(inflateRawSync(bytes)) as T;
