import type { S3Client } from '@aws-sdk/client-s3';
import type { Code } from '../diagnostics/codes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formats } from '../index.js';
import { optional } from './optional.js';
import { measure, type Store } from './store.js';

/** A bucket, or what begins with a prefix in it. */
export interface S3StoreOptions {
  readonly bucket: string;
  /** Of the names of all objects; a `/` is put after it. None if not given. */
  readonly prefix?: string;
  /** The bucket's name goes into the path and not into the host, as most services that are like S3 want it. */
  readonly forcePathStyle?: boolean;
  /** One's own `S3Client`. Without it region, endpoint and credentials come from where the AWS SDK looks for them. */
  readonly client?: { readonly send: (command: never) => unknown };
}

const statusOf = (error: unknown): number | undefined =>
  (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** Milliseconds for which a service that has gone silent is waited for. */
const PATIENCE = { connectionTimeout: 10_000, socketTimeout: 60_000 };

/** The service has no room for more. */
const NO_ROOM = 507;

function trouble(code: Code, what: string, error: unknown): ReportError {
  const { name = '', message = '' } = Object(error) as { readonly name?: string; readonly message?: string };
  return new ReportError([
    diagnostic(code, {
      message: what,
      found: [name, message].filter((part) => part !== '').join('：'),
      expected: '可以读写的 S3 存储',
      hint: '检查存储桶、密钥、地域（AWS_REGION）和服务地址（AWS_ENDPOINT_URL_S3）',
    }),
  ]);
}

/** Some services keep objects as files: a name that would lead out of the prefix there is nobody's report. */
function refuseOutside(name: string): void {
  if (name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'))) return;
  throw trouble('file/unwritable', `文件名 ${name} 越出了输出位置`, undefined);
}

/** The kind of a file, by its name, for browsers. */
function typeOf(name: string): string | undefined {
  return Object.values(formats).find(({ extension }) => name.endsWith(`.${extension}`))?.mime;
}

/**
 * A bucket of S3, or of a service like it, as a store. An object appears whole or not at all; its SHA-256 stands in its metadata
 * (`sha256`), so that nothing is fetched to know it.
 *
 * @throws ReportError `package/missing`; its functions throw `file/unwritable`, `file/no-space`, `file/unreadable`
 */
export async function s3Store(options: S3StoreOptions): Promise<Store> {
  const { bucket, prefix = '', forcePathStyle = false } = options;
  const { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } = await optional(
    ['@aws-sdk/client-s3'],
    () => import('@aws-sdk/client-s3'),
  );
  const client = (options.client as S3Client | undefined) ?? new S3Client({ forcePathStyle, requestHandler: PATIENCE });
  const start = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;

  const at = (name: string) => {
    refuseOutside(name);
    return { Bucket: bucket, Key: `${start}${name}` };
  };
  const urlOf = (name: string) => `s3://${bucket}/${start}${name}`;

  /** What is asked of an object; undefined if there is none. */
  const ask = async <T>(name: string, question: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await question();
    } catch (error) {
      if (error instanceof ReportError) throw error;
      if (statusOf(error) === 404 && Object(error).name !== 'NoSuchBucket') return undefined;
      throw trouble('file/unreadable', `无法读取 ${urlOf(name)}`, error);
    }
  };

  const get: Store['get'] = (name) =>
    ask(name, async () => {
      const { Body, ContentLength } = await client.send(new GetObjectCommand(at(name)));
      const bytes = await Body?.transformToByteArray();
      if (bytes === undefined || bytes.length !== ContentLength) {
        throw new Error(`${bytes?.length ?? 0} of ${ContentLength} bytes have come`);
      }
      return bytes;
    });

  return {
    get,
    put: async (name, bytes) => {
      const { size, sha256 } = measure(bytes);
      const type = typeOf(name);
      const object = {
        ...at(name),
        Body: bytes,
        ContentLength: size,
        // The service compares what has come with this before it keeps it.
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        Metadata: { sha256 },
        ...(type !== undefined && { ContentType: type }),
      };
      try {
        await client.send(new PutObjectCommand(object));
      } catch (error) {
        const code = statusOf(error) === NO_ROOM ? 'file/no-space' : 'file/unwritable';
        throw trouble(code, `无法写入 ${urlOf(name)}`, error);
      }
    },
    stat: async (name) => {
      const head = await ask(name, () => client.send(new HeadObjectCommand(at(name))));
      const { ContentLength: size, Metadata: { sha256 } = {} } = head ?? {};
      if (size !== undefined && sha256 !== undefined) return { size, sha256 };
      // Somebody else has put it there.
      const bytes = head && (await get(name));
      return bytes && measure(bytes);
    },
  };
}
