import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** What a package that cannot be found is told as; what was thrown itself if that is not the reason. */
export function missingPackage(packages: readonly string[], thrown: unknown): unknown {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return thrown;
  return new ReportError([diagnostic('package/missing', { all: packages, reason: message.split('\n')[0] ?? '' })]);
}

/**
 * Imports packages that not everyone needs and that users install themselves.
 *
 * @throws ReportError `package/missing` if they are not installed
 */
export async function optional<T>(packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw missingPackage(packages, error);
  }
}
