import { readBytes, shipped } from '../host/files.js';

/** The version of the package. */
export const { version } = JSON.parse(readBytes(shipped('package.json')).toString('utf8')) as {
  readonly version: string;
};
