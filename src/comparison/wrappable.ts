/**
 * A text for a narrow cell: no format breaks a Western word, so a longer one than this is broken into lines here.
 *
 * @param longest in Western characters
 */
export const wrappable = (text: string, longest: number): string =>
  text.replace(new RegExp(`[!-~]{${longest}}(?=[!-~])`, 'gu'), '$&\n');
