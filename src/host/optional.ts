import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/**
 * Imports packages that not everyone needs and that users install themselves.
 *
 * @throws ReportError `package/missing` if they are not installed
 */
export async function optional<T>(packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ReportError([
      diagnostic('package/missing', {
        message: `缺少 ${packages.join('、')}`,
        found: message,
        expected: `与 nianbao 装在一处的 ${packages.join('、')}`,
        hint: `运行 npm install ${packages.join(' ')}`,
      }),
    ]);
  }
}
