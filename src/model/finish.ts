import type { LimitOptions } from '../limits/limits-of.js';

/** What a file gets besides the document. None of it changes the text. */
export interface Finish {
  /** 草稿 across every page, behind the text. */
  readonly draft?: boolean;
  /** The seal over the sign-off. */
  readonly seal?: Seal;
  /** Room over the sign-off for a seal that is put on afterwards: nothing is drawn in it. Not together with `seal`. */
  readonly sealPlace?: SealRoom;
  /** Files to attach to the made file. */
  readonly attachments?: readonly Attachment[];
  /** Embed fonts in a Word file, cut down to the characters in use. A PDF always embeds its fonts. */
  readonly embedFonts?: boolean;
  /** What only web pages take. */
  readonly html?: HtmlFinish;
  /** What only OFD files take. */
  readonly ofd?: OfdFinish;
}

/** What a web page gets besides what every file does. */
export interface HtmlFinish {
  /** Only what stands on the page, with all its look in `style` attributes, to be put into a page of the agency's own. */
  readonly fragment?: boolean;
  /** What all ids begin with, so that none is twice in a page around a fragment: a letter, then letters, digits, `-` and `_`. */
  readonly idPrefix?: string;
  /** The site that publishes the page. */
  readonly site?: Site;
}

/** The site that publishes a page, as 政府网站发展指引 wants it in the head of each: its name, its domain and its number. */
export interface Site {
  /** 网站名称 (SiteName). */
  readonly name?: string;
  /** 网站域名 (SiteDomain). */
  readonly domain?: string;
  /** 网站标识码 (SiteIDCode). */
  readonly idCode?: string;
}

export interface Seal extends LimitOptions {
  /** A PNG, transparent where the paper should show through. Its bytes must not change while it is in use. */
  readonly image: Uint8Array;
  /** Width on paper in millimetres; the height follows from the picture. Seals of agencies are 42 mm wide. */
  readonly width: number;
}

/** The room for a seal that a signing service will put on. */
export interface SealRoom {
  /** Width on paper in millimetres, and height as well, for seals of agencies are round. */
  readonly width: number;
}

/** Where on paper a seal goes, in millimetres from the top left corner of the page; pages count from 1. */
export interface SealPlace {
  /** From 1. */
  readonly page: number;
  /** Of the seal's left side. */
  readonly x: number;
  /** Of the seal's upper side. */
  readonly y: number;
  /** Of the seal. */
  readonly width: number;
  /** Of the seal. */
  readonly height: number;
}

/** What an OFD file gets besides what every file does. */
export interface OfdFinish {
  /**
   * For an archive, as GB/T 42133-2022 is known to ask: no links, no picture of a seal, nothing about how viewers open the file, and of
   * attachments only TXT and XML.
   */
  readonly archive?: boolean;
}

/** What a seal is called, for readers who cannot see it. */
export const SEAL_TEXT = '印章';

/** A file attached to another. */
export interface Attachment {
  /** Its file name. */
  readonly name: string;
  /** Its media type. */
  readonly mime: string;
  /** What it is, in Chinese. */
  readonly description: string;
  /** Its content. */
  readonly bytes: Uint8Array;
  /** The columns of a table of data, in their order. */
  readonly columns?: readonly DataColumn[];
}

/** A column of an attached table: its head, and what it means. */
export interface DataColumn {
  readonly name: string;
  readonly title: string;
  /** What all its values are, in the words of XML Schema; texts if not given. */
  readonly datatype?: 'decimal';
}
