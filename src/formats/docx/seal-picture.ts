import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import { SEAL_TEXT } from '../../model/finish.js';
import type { SealBox } from './signoff-place.js';
import { xmlOf } from './written.js';

/** English Metric Units: 635 to a twip, 9525 to what `docx` calls a pixel. */
const emu = (twips: number): number => twips * 635;
const pixels = (twips: number): number => emu(twips) / 9525;

/**
 * The seal, in front of the text and anchored to the paragraph of the date, so that both are on the same page.
 *
 * @param relation the number of the relationship to the picture
 */
export function sealRun({ left, top, width, height }: SealBox, relation: number): string {
  const run = new ImageRun({
    type: 'png',
    // `docx` derives the name of the picture from its data. It is not needed: the relationship leads to the picture.
    data: new Uint8Array(),
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: '1', name: SEAL_TEXT, description: SEAL_TEXT },
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
  return xmlOf(run).replace(/(?<= r:embed=")[^"]*/, `rId${relation}`);
}
