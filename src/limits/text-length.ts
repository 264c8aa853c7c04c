/** Whether a text has at most so many characters. Only a short one is taken apart for that: a text of megabytes would fill the memory. */
export const hasAtMost = (text: string, most: number): boolean =>
  text.length <= most || (text.length <= 2 * most && [...text].length <= most);
