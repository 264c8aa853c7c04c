import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Seal } from '../model/finish.js';

/**
 * What is wrong with how a seal looks: a ground of its own. In a PDF it hides nothing, since the seal is multiplied with the text; in a
 * Word file it does.
 *
 * @throws ReportError `seal/unreadable` if it is not a PNG
 */
export async function sealFindings(seal: Pick<Seal, 'image' | 'limits'>): Promise<readonly Diagnostic[]> {
  const { image, ...options } = Object(seal) as typeof seal;
  const [{ decodePng }, { isOpaque }] = await Promise.all([import('../bytes/png.js'), import('../bytes/opaque.js')]);
  if (!isOpaque(decodePng(image, options))) return [];
  return [diagnostic('seal/opaque', {}, { severity: 'warning' })];
}
