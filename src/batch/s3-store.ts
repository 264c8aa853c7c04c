import type { S3Client } from '@aws-sdk/client-s3';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { optional } from '../host/optional.js';
import { formats } from '../index.js';
import { digestOf, type Store, staysInside } from './store.js';

/** A bucket, or the part of it below a prefix. */
export interface S3StoreOptions {
  /** The bucket that files are put into. */
  readonly bucket: string;
  /** Put before the name of every object, with a `/` between. None if not given. */
  readonly prefix?: string;
  /** Puts the bucket's name into the path instead of the host name, as most S3-compatible services need it. */
  readonly forcePathStyle?: boolean;
  /** Your own `S3Client`. Without it the AWS SDK finds region, endpoint and credentials in its usual places. */
  readonly client?: {
    /** As an `S3Client` has it. */
    readonly send: (command: never) => unknown;
  };
}

/** Milliseconds to wait for a service that does not answer. */
const TIMEOUTS = { connectionTimeout: 10_000, socketTimeout: 60_000 };

/** The HTTP status of a service that has no room left. */
const NO_ROOM = 507;

const statusOf = (error: unknown): number | undefined =>
  (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;

function storageError(
  code: 'file/unreadable' | 'file/unwritable' | 'file/no-space',
  file: string,
  error: unknown,
): ReportError {
  const { name = '', message = '' } = Object(error) as { readonly name?: string; readonly message?: string };
  const reason = [name, message].filter((part) => part !== '').join('：');
  return new ReportError([diagnostic(code, { cause: 'object', file, reason })]);
}

/** The MIME type for browsers, by the extension. */
function typeOf(name: string): string | undefined {
  return Object.values(formats).find(({ extension }) => name.endsWith(`.${extension}`))?.mime;
}

/** What it takes to talk to one bucket. */
interface Bucket {
  readonly sdk: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
  readonly name: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
}

/** Bucket and key of a name. Checked because some services store objects as files, where `..` would lead outside the prefix. */
function addressIn({ name: bucket, prefix }: Bucket, name: string) {
  if (!staysInside(name)) throw new ReportError([diagnostic('file/unwritable', { cause: 'outside', file: name })]);
  return { Bucket: bucket, Key: `${prefix}${name}` };
}

const urlIn = ({ name: bucket, prefix }: Bucket, name: string): string => `s3://${bucket}/${prefix}${name}`;

/** The answer to a request about an object; undefined if there is no such object. */
async function ask<T>(bucket: Bucket, name: string, request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof ReportError) throw error;
    if (statusOf(error) === 404 && Object(error).name !== 'NoSuchBucket') return undefined;
    throw storageError('file/unreadable', urlIn(bucket, name), error);
  }
}

function getFrom(bucket: Bucket, name: string): Promise<Uint8Array | undefined> {
  const { client, sdk } = bucket;
  return ask(bucket, name, async () => {
    const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand(addressIn(bucket, name)));
    const bytes = await Body?.transformToByteArray();
    if (bytes === undefined || bytes.length !== ContentLength) {
      throw new Error(`${bytes?.length ?? 0} of ${ContentLength} bytes have come`);
    }
    return bytes;
  });
}

async function putInto(bucket: Bucket, name: string, bytes: Uint8Array): Promise<void> {
  const { client, sdk } = bucket;
  const { size, sha256 } = digestOf(bytes);
  const type = typeOf(name);
  const object = {
    ...addressIn(bucket, name),
    Body: bytes,
    ContentLength: size,
    // The service checks what it has received against this before storing it.
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    Metadata: { sha256 },
    ...(type !== undefined && { ContentType: type }),
  };
  try {
    await client.send(new sdk.PutObjectCommand(object));
  } catch (error) {
    const code = statusOf(error) === NO_ROOM ? 'file/no-space' : 'file/unwritable';
    throw storageError(code, urlIn(bucket, name), error);
  }
}

/**
 * A bucket of S3, or of a compatible service, as a store. An object appears whole or not at all. Its SHA-256 is kept in its
 * metadata (`sha256`), so that `stat` does not have to fetch it.
 *
 * @throws ReportError `package/missing`; its functions throw `file/unwritable`, `file/no-space`, `file/unreadable`
 */
export async function s3Store(options: S3StoreOptions): Promise<Store> {
  const { bucket: name, prefix = '', forcePathStyle = false } = options;
  const sdk = await optional(['@aws-sdk/client-s3'], () => import('@aws-sdk/client-s3'));
  const own = options.client as S3Client | undefined;
  const client = own ?? new sdk.S3Client({ forcePathStyle, requestHandler: TIMEOUTS });
  const bucket: Bucket = { sdk, client, name, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
  const get: Store['get'] = (file) => getFrom(bucket, file);
  return {
    get,
    put: (file, bytes) => putInto(bucket, file, bytes),
    stat: async (file) => {
      const head = await ask(bucket, file, () => client.send(new sdk.HeadObjectCommand(addressIn(bucket, file))));
      const { ContentLength: size, Metadata: { sha256 } = {} } = head ?? {};
      if (size !== undefined && sha256 !== undefined) return { size, sha256 };
      // An object that somebody else has uploaded has no such metadata.
      const bytes = head && (await get(file));
      return bytes && digestOf(bytes);
    },
  };
}
