import { toBase64 } from '../../bytes/base64.js';
import type { Seal } from '../../model/finish.js';
import type { SealImage } from './dress.js';

/**
 * The seal as a page shows it.
 *
 * @throws ReportError `seal/unreadable` if it is not a PNG
 */
export async function sealImage({ image, width: millimetres, ...options }: Seal): Promise<SealImage> {
  // What decodes it is loaded only for a seal. The page gets the picture as it is, if it is whole.
  const { width, height } = (await import('../../bytes/png.js')).decodePng(image, options);
  return { src: `data:image/png;base64,${toBase64(image)}`, width, height, millimetres };
}
