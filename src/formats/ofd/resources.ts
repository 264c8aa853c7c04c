import type { Picture } from '../../bytes/png.js';
import { escapeXml } from '../../bytes/xml.js';
import type { Drawing } from './ofd-drawing.js';
import { part } from './ofd-xml.js';

/** The fonts of a file (GB/T 33190-2016, 11.1), and its pictures. */

const fontName = (i: number): string => `Font_${i}.ttf`;
const pictureName = (i: number): string => `Image_${i}.png`;

/** Where the files of resources are, from the document part. */
const FOLDER = 'Res';

function fontList({ faces }: Drawing): string {
  const fonts = [...faces.values()].map(({ id, name, family }, i) => {
    const names = `FontName="${escapeXml(name)}" FamilyName="${family}"`;
    return `<ofd:Font ID="${id}" ${names}><ofd:FontFile>${fontName(i)}</ofd:FontFile></ofd:Font>`;
  });
  return part(`Res BaseLoc="${FOLDER}"`, `<ofd:Fonts>${fonts.join('')}</ofd:Fonts>`);
}

function pictureList({ pictures }: Drawing): string {
  const list = [...pictures.values()].map(
    (id, i) =>
      `<ofd:MultiMedia ID="${id}" Type="Image" Format="PNG"><ofd:MediaFile>${pictureName(i)}</ofd:MediaFile></ofd:MultiMedia>`,
  );
  return part(`Res BaseLoc="${FOLDER}"`, `<ofd:MultiMedias>${list.join('')}</ofd:MultiMedias>`);
}

/** The parts of resources, by their names from the document part. */
export function resourceParts(drawing: Drawing, encode: (picture: Picture) => Uint8Array) {
  const fonts = [...drawing.faces.values()].map(({ file }, i) => [`${FOLDER}/${fontName(i)}`, file()] as const);
  const pictures = [...drawing.pictures.keys()].map(
    (picture, i) => [`${FOLDER}/${pictureName(i)}`, encode(picture)] as const,
  );
  return {
    'PublicRes.xml': fontList(drawing),
    ...(pictures.length > 0 && { 'DocumentRes.xml': pictureList(drawing) }),
    ...Object.fromEntries([...fonts, ...pictures]),
  };
}
