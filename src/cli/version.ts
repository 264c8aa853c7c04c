import { readBytes } from '../host/files.js';
import { shipped } from '../host/package-files.js';

/** The version of the package. */
export const { version } = JSON.parse(readBytes(shipped('package.json')).toString('utf8')) as {
  readonly version: string;
};
