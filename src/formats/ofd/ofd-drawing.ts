import type { Picture } from '../../bytes/png.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Area } from '../../typeset/page.js';
import { type UsedFace, useFace } from './used-faces.js';

/** A link on a page. */
export interface PageLink extends Area {
  readonly href: string;
}

/** A bookmark, and how far down on which page it leads, in points. */
export interface PageBookmark {
  readonly level: 1 | 2;
  readonly text: string;
  readonly page: number;
  readonly top: number;
}

/** What the pages of a file use and lead to, gathered while they are drawn. */
export interface Drawing {
  /** A number that nothing in the file has yet. */
  readonly nextId: () => number;
  /** The last number given. */
  readonly lastId: () => number;
  readonly face: (face: FaceId) => UsedFace;
  readonly faces: ReadonlyMap<FaceId, UsedFace>;
  /** The number of a picture. */
  readonly picture: (picture: Picture) => number;
  readonly pictures: ReadonlyMap<Picture, number>;
  readonly bookmarks: PageBookmark[];
}

/** A file in which nothing is drawn yet. */
export function beginDrawing(fonts: Fonts): Drawing {
  let last = 0;
  const nextId = () => ++last;
  const faces = new Map<FaceId, UsedFace>();
  const pictures = new Map<Picture, number>();
  const face = (id: FaceId): UsedFace => {
    const known = faces.get(id) ?? useFace(id, nextId(), fonts);
    faces.set(id, known);
    return known;
  };
  const picture = (one: Picture): number => {
    const known = pictures.get(one) ?? nextId();
    pictures.set(one, known);
    return known;
  };
  return { nextId, lastId: () => last, face, faces, picture, pictures, bookmarks: [] };
}
