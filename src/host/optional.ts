import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** What a package that cannot be found is told as; what was thrown itself if that is not the reason. */
export function missingPackage(packages: readonly string[], thrown: unknown): unknown {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return thrown;
  return new ReportError([
    diagnostic('package/missing', {
      message: `缺少 ${packages.join('、')}`,
      found: message.split('\n')[0] ?? '',
      expected: `与 nianbao 装在一处的 ${packages.join('、')}`,
      hint: `运行 npm install ${packages.join(' ')}`,
    }),
  ]);
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
