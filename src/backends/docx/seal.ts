import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import type { SealPlace } from './signoff-place.js';

/** English Metric Units: 635 to a twip, 9525 to what `docx` calls a pixel. */
const emu = (twips: number): number => twips * 635;
const pixels = (twips: number): number => emu(twips) / 9525;

/** The seal, in front of the text and bound to the date's paragraph, so that both stay on one page. */
export function sealRun(image: Uint8Array, { left, top, width, height }: SealPlace): ImageRun {
  return new ImageRun({
    type: 'png',
    data: image,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: '1', name: '印章', description: '印章' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.COLUMN, offset: emu(left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: emu(top) },
      wrap: { type: TextWrappingType.NONE },
      behindDocument: false,
      allowOverlap: true,
      lockAnchor: true,
      layoutInCell: false,
    },
  });
}
