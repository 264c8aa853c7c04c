import type { LaidOver } from './annotations.js';
import type { DrawnPage } from './drawn-page.js';
import type { Tagged } from './tag-tree.js';

/** A page as it is drawn and as its tags name it. */
export interface OpenedPage {
  readonly page: DrawnPage;
  readonly tagged: readonly Tagged[];
  readonly over: readonly LaidOver[];
}

/** All that is read from a file. */
export interface OpenedFile {
  readonly pages: readonly OpenedPage[];
  readonly title: string;
  /** Attached files whose name ends in `.json`. */
  readonly attached: readonly Uint8Array[];
}
