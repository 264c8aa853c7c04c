import { sealPicture } from './picture.mjs';

/** A seal as wide as those of agencies. */
export const seal = { image: sealPicture(80), width: 42 };

/**
 * Every way to finish a Word file.
 *
 * @type {Readonly<Record<string, { draft?: true, seal?: typeof seal, attachData?: true, embedFonts?: true }>>}
 */
export const variants = {
  plain: {},
  draft: { draft: true },
  seal: { seal },
  data: { attachData: true },
  fonts: { embedFonts: true },
  all: { draft: true, seal, attachData: true, embedFonts: true },
};
