import { liveAddress } from '../model/live-address.js';

/** An address in a text: where it stands, as it is written, and where it leads. */
interface Address {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

const HAN = '\\u3400-\\u4DBF\\u4E00-\\u9FFF';
/** Chinese names of the highest level that agencies and companies have; behind one of these a host ends. */
const TOP = '政务|公益|中国|公司|网络|网址|政府|机构|集团|在线|网站|信息|中文网|商城|香港|澳门|台湾';
const HOST = `(?:(?:[a-z0-9-]{1,63}|[${HAN}][${HAN}0-9]{0,62})\\.)+(?:${TOP}|xn--[a-z0-9-]+|[a-z]{2,}(?![a-z0-9-]))`;
const NUMERIC = '(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.])';
/** A host without a dot, as within an office. */
const LOCAL = `[a-z0-9-]+(?![a-z0-9${HAN}-]|\\.[a-z0-9${HAN}])`;
const USER = "[\\w.~!$&'*+;=:%-]{1,64}@";
const SITE = `https?://(?<user>${USER})?(?:${NUMERIC}|${HOST}|${LOCAL})(?::[0-9]{1,5})?`;
const MAIL = '[a-z0-9][\\w.+-]{0,63}@(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,}(?![a-z0-9-])';
/** The beginning of an address: a scheme or www. with a host, or a mailbox. */
const BEGINNING = new RegExp(
  `${SITE}|(?<bare>(?<![\\w.@/-])www\\.${HOST}(?::[0-9]{1,5})?)|(?<scheme>mailto:)?(?<mail>(?<![\\w.+-])${MAIL})`,
  'gi',
);
/** Most texts have no address, which is seen at once. */
const HINT = /:\/\/|www\.|@/i;

const WRITTEN = /[\w!$&'()*+,./:;=?@#~%[\]-]*/y;
const CHINESE = new RegExp(`[${HAN}]+`, 'y');
/** A part of a path or a query begins behind these. */
const PART = /[/=_?&#-]$/;
const FILE = /\.[a-z]{3,5}$/i;
/** Behind Chinese characters within an address it goes on with the next part, or with the end of the name of a file; 12/15 is a figure. */
const GOES_ON = new RegExp(
  `(?!www\\.|https?:)[\\w${HAN}.~%()-]{0,200}?(?:[?=&#]|(?<![0-9])/|/(?![0-9])|\\.[a-z]{3,5}(?![a-z0-9${HAN}]))`,
  'iy',
);
/** How a sentence goes on behind an address. */
const SENTENCE =
  /^(?:查|下载|浏览|获取|了解|进行|可|上|中|的|或|和|及|与|等|为|是|向|在|并|即|进入|登录|点击|提出|提交|申请)/;
const CLOSERS: { readonly [closer: string]: string } = { ')': '(', ']': '[' };

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Whether Chinese characters at a place belong to the address before them, or to the sentence. */
function belongs(run: string, text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  if (FILE.test(before)) return false;
  if (runAt(GOES_ON, text, at + run.length) !== '') return true;
  return PART.test(before) && !SENTENCE.test(run);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

/** The address without the marks of the sentence at its end: a stop, or a bracket that was opened before it. */
function trimmed(whole: string): string {
  for (let address = whole; ; address = address.slice(0, -1)) {
    const last = address.at(-1) ?? '';
    const opener = CLOSERS[last];
    const isLoose = opener !== undefined && count(address, last) > count(address, opener);
    if (!isLoose && !/[.,;:!?']/.test(last)) return address;
  }
}

/**
 * Longer addresses are no links: many programs open none that is. Each line of one carries the whole, so that a file would grow with the
 * square of its length.
 */
const LONGEST = 2000;
/** How far it is looked whether what comes behind still belongs to the address. */
const NEAR = 300;

/** The path, the query and the fragment behind a host. */
function pathAt(whole: string, from: number): string {
  if (!/[/?#]/.test(whole.charAt(from))) return '';
  const text = whole.slice(from, from + LONGEST + NEAR);
  let end = 0;
  while (end <= LONGEST) {
    end += runAt(WRITTEN, text, end).length;
    const run = runAt(CHINESE, text, end);
    if (run === '' || !belongs(run, text, 0, end)) break;
    end += run.length;
  }
  return trimmed(text.slice(0, end));
}

function addressOf(text: string, { 0: found, index, groups }: RegExpExecArray): Address {
  const { user, bare, scheme, mail } = groups ?? {};
  const path = mail === undefined ? pathAt(text, index + found.length) : '';
  const prefix = bare !== undefined ? 'http://' : mail !== undefined && scheme === undefined ? 'mailto:' : '';
  const written = found + path;
  // A name and a password before the host hide where a link leads.
  const isLink = user === undefined && written.length <= LONGEST;
  return { from: index, to: index + written.length, href: isLink ? prefix + written : '' };
}

/**
 * The addresses in a text: of the web (`http://…`, `www.…`), and of mailboxes. As Chinese texts have them, an address ends before Chinese
 * punctuation, and before Chinese characters that go on with the sentence; Chinese names in its path belong to it.
 */
export function addressesIn(text: string): readonly Address[] {
  const found: Address[] = [];
  if (!HINT.test(text)) return found;
  BEGINNING.lastIndex = 0;
  for (let next = BEGINNING.exec(text); next; next = BEGINNING.exec(text)) {
    const address = addressOf(text, next);
    BEGINNING.lastIndex = address.to;
    if (liveAddress(address.href) !== undefined) found.push(address);
  }
  return found;
}
