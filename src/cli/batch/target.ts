import { fileStore, type Store, s3Store } from '../../batch/index.js';
import { makeFolder } from '../../host/new-folders.js';
import { misuse } from '../misuse.js';

/** The options that say where files go, as they are typed. */
export interface TargetFlags {
  readonly output: string;
  readonly s3PathStyle?: boolean;
}

const S3 = /^s3:\/\//i;

/** Whether files go to S3 instead of a folder. */
export const isS3 = (output: string): boolean => S3.test(output);

/** The store that files go to: a folder, which is created if necessary, or `s3://bucket/prefix`. */
export async function toStore({ output, s3PathStyle = false }: TargetFlags): Promise<Store> {
  if (!isS3(output)) {
    makeFolder(output);
    return fileStore(output);
  }
  const [bucket = '', prefix = ''] = output.replace(S3, '').split(/\/(.*)/s);
  if (bucket === '') throw misuse({ cause: 'bucket', given: output });
  return s3Store({ bucket, prefix, forcePathStyle: s3PathStyle });
}
