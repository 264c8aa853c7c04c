import type { AddressInfo } from 'node:net';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { s3Store } from '../../src/batch/index.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder } from '../cli/nianbao.js';

// A bucket as a store, against a server of S3 on this machine.

const bytes = Buffer.from('%PDF-');
const SHA256 = '38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778';

const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: emptyFolder(),
  configureBuckets: [{ name: 'reports', configs: [] }],
});
let client: S3Client;

beforeAll(async () => {
  const { port }: AddressInfo = await server.run();
  client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

/** The code of what a store says is wrong, and what it found. */
async function faultOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ReportError
    ? error.diagnostics.map(({ code, found }) => `${code} ${found}`).join()
    : String(error);
}

test('what is put can be got and measured, under any Chinese name', async () => {
  const store = await s3Store({ bucket: 'reports', client });
  const name = '2025/某某 县（+1%）&局.pdf';
  expect(await store.get(name)).toBeUndefined();
  expect(await store.stat(name)).toBeUndefined();
  await store.put(name, bytes);
  expect(Buffer.from((await store.get(name)) ?? [])).toEqual(bytes);
  expect(await store.stat(name)).toEqual({ size: 5, sha256: SHA256 });
});

test('the same again, and something else in its place', async () => {
  const store = await s3Store({ bucket: 'reports', client });
  for (const content of ['one', 'one', 'other']) {
    await store.put('a.docx', Buffer.from(content));
    expect(Buffer.from((await store.get('a.docx')) ?? []).toString()).toBe(content);
  }
});

test('a prefix, with its slash or without', async () => {
  await (await s3Store({ bucket: 'reports', prefix: '年报/2025', client })).put('b.pdf', bytes);
  for (const [prefix, name] of [
    ['年报/2025/', 'b.pdf'],
    ['', '年报/2025/b.pdf'],
  ] as const) {
    expect(await (await s3Store({ bucket: 'reports', prefix, client })).stat(name)).toEqual({
      size: 5,
      sha256: SHA256,
    });
  }
});

test('what somebody else has put there is measured by fetching it', async () => {
  await client.send(new PutObjectCommand({ Bucket: 'reports', Key: 'theirs.pdf', Body: bytes }));
  expect(await (await s3Store({ bucket: 'reports', client })).stat('theirs.pdf')).toEqual({ size: 5, sha256: SHA256 });
});

test.each(['../a.pdf', 'a/../../b.pdf', '/a.pdf', 'a//b.pdf', 'a\\..\\b.pdf', './a.pdf', ''])(
  'no name leads out of it: %j',
  async (name) => {
    const store = await s3Store({ bucket: 'reports', prefix: 'in', client });
    for (const work of [store.put(name, bytes), store.get(name), store.stat(name)]) {
      expect(await faultOf(work)).toMatch(/^file\/unwritable /);
    }
  },
);

test('a bucket that is not there', async () => {
  const store = await s3Store({ bucket: 'nowhere', client });
  expect(await faultOf(store.put('a.pdf', bytes))).toMatch(/^file\/unwritable NoSuchBucket：/);
  expect(await faultOf(store.get('a.pdf'))).toMatch(/^file\/unreadable NoSuchBucket：/);
});

/** A service that gives the same answer to everything. */
const answering = (answer: () => unknown) => ({ send: async () => answer() });

test('a service that has no room', async () => {
  const full = answering(() => {
    throw Object.assign(new Error('no room'), { name: 'StorageFull', $metadata: { httpStatusCode: 507 } });
  });
  const store = await s3Store({ bucket: 'reports', client: full });
  expect(await faultOf(store.put('a.pdf', bytes))).toBe('file/no-space StorageFull：no room');
});

test('an object of which only a part comes', async () => {
  const part = answering(() => ({ ContentLength: 6, Body: { transformToByteArray: async () => bytes } }));
  const store = await s3Store({ bucket: 'reports', client: part });
  expect(await faultOf(store.get('a.pdf'))).toBe('file/unreadable Error：5 of 6 bytes have come');
});

test('bytes that are not those that were sent are refused by the service: their SHA-256 goes with them', async () => {
  const sent: { readonly input: Record<string, unknown> }[] = [];
  const store = await s3Store({
    bucket: 'reports',
    client: { send: async (command: never) => void sent.push(command) },
  });
  await store.put('2025/a.pdf', bytes);
  expect(sent[0]?.input).toEqual({
    Bucket: 'reports',
    Key: '2025/a.pdf',
    Body: bytes,
    ContentLength: 5,
    ContentType: 'application/pdf',
    ChecksumSHA256: Buffer.from(SHA256, 'hex').toString('base64'),
    Metadata: { sha256: SHA256 },
  });
});
