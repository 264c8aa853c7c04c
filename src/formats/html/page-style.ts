import { once } from '../../memo/once.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import { printStyle } from './print-style.js';
import { NARROW } from './table-style-rules.js';

/** Ink, paper and the like, for light and dark screens and for those who want more contrast. */
export const COLOURS = `:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#545454;--paper:#fff;--rule:#8a8a8a;--shade:#eee;--link:#0a4f9e;--mark:#e9e9e9}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#b8b8b8;--paper:#151515;--rule:#767676;--shade:#2b2b2b;--link:#8fbcf7;--mark:#2a2a2a}.seal{mix-blend-mode:normal}}
@media (prefers-contrast:more){:root{--ink:#000;--soft:#000;--paper:#fff;--rule:#000;--shade:#fff;--link:#00309c}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{--ink:#fff;--soft:#fff;--paper:#000;--rule:#fff;--shade:#000;--link:#b8d4ff}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** Where a sign-off and its seal stand (GB/T 9704-2012, 7.3.5), and the mark of a draft, on screens and on paper. */
const EVERYWHERE = `*{box-sizing:border-box}
.signoff{display:flex;justify-content:flex-end}
.signoff>div{width:fit-content}
.signoff>div>div{display:grid;justify-items:end;width:fit-content}
.signoff p{margin:0;text-align:left;text-indent:0;text-wrap:balance}
.signoff>div>p{display:flex}
.signoff>div>p::before{content:"";flex:0 1 2em}
.signoff.sealed{display:grid;justify-content:end;align-items:center;justify-items:center;margin-right:4em}
.sealed>*{grid-area:1/1}
.sealed>div>div{justify-items:center;width:auto}
.signoff.sealed p{display:block;text-align:center}
.seal{height:auto;mix-blend-mode:multiply;transform:translateY(-7%)}
.draft::before{content:"${DRAFT.text}";position:fixed;inset:0;z-index:-1;display:grid;place-items:center;overflow:hidden;white-space:nowrap;letter-spacing:.25em;transform:rotate(-45deg);pointer-events:none}
data{overflow-wrap:break-word}
time{white-space:nowrap}
`;

const TEXT = `html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.9 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;line-break:strict;overflow-wrap:anywhere}
main,footer{max-width:46rem;margin:0 auto;padding:1rem}
p a{word-break:break-all}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;z-index:2;padding:.5rem 1rem;background:var(--paper)}
h1{margin:1.5rem 0 2rem;font-size:1.625rem;line-height:1.45;text-align:center;text-wrap:balance;word-break:keep-all}
h2{margin:2.25rem 0 .75rem;font-size:1.25rem;line-height:1.5;text-wrap:balance}
h3{margin:1.5rem 0 .5rem;font-size:1.125rem;line-height:1.6}
p{margin:0 0 .75rem;text-align:justify;text-indent:2em}
.addressee{text-indent:0}
.contents{max-width:46rem;margin:0 auto;padding:1rem 1rem 0;font-size:1rem;line-height:1.6;text-wrap:pretty}
.contents ul,footer ul{margin:0;padding:0;list-style:none}
.contents>ul{padding:.75rem 1rem;border:1px solid var(--rule)}
.contents ul ul{padding-left:1.5em;font-size:.9375rem}
.contents a,footer a{display:inline-block;padding:.125rem 0}
.signoff{margin:2rem 2em 1rem 0}
.draft::before{color:var(--mark);font-size:min(30vw,16rem);font-weight:700;line-height:1}
footer{border-top:1px solid var(--rule);font-size:1rem;line-height:1.6}
`;

const TABLE = `.scroll{margin:1rem 0;overflow-x:auto;font-size:.875rem;line-height:1.5}
table{width:100%;min-width:var(--wide);border-collapse:separate;border-spacing:0;border:solid var(--rule);border-width:1px 0 0 1px}
caption{padding:0 0 .5rem;font-weight:700;line-height:1.5;text-wrap:balance}
th,td{padding:.35em .3em;border:solid var(--rule);border-width:0 1px 1px 0;text-align:center;vertical-align:middle}
th{font-weight:400;background:var(--paper)}
th[scope=row]{text-align:left}
th.serial{text-align:center}
thead th,th[scope=col]{font-weight:600;text-wrap:balance}
th.note{font-weight:400}
.band{background:var(--shade)}
.below{margin:-.5rem 0 1rem;font-size:.875rem;line-height:1.6;text-indent:0}
`;

/**
 * Row heads stay in view where the table scrolls, with what heads them, and its caption. Where text is so large that they would leave no
 * room for a figure, as much of them goes out of view as it needs, the outer columns before the last; what stands in several columns
 * stands in those that are left. Bands, and heads of several columns, are read before anything is scrolled.
 */
function narrowTables(): string {
  const places = Array.from({ length: 6 }, (_, i) => `.r${i}{--at:calc(${i}*${NARROW.upper}em)}`);
  return `@media (max-width:46em){table{min-width:var(--least)}col{width:var(--narrow)!important}tr .up{padding-left:.3em;writing-mode:vertical-rl;text-align:center;white-space:nowrap}
.band{padding-right:max(.3em,var(--least) + 2rem - 100vw)}
[class^=r]{--lack:max(0px,var(--held) + 2rem - 100vw);--out:max(var(--lack),min(var(--lack)*999,var(--upper)));position:sticky;z-index:1;left:calc(var(--at) - var(--out));padding-left:max(.3em,min(var(--out),var(--upper)) - var(--at) + .3em)}${places.join('')}caption{position:sticky;left:0;max-width:calc(100vw - 2rem)}}
`;
}

/**
 * Wide screens have the table of contents beside the text, if both have room there: where somebody has made the text larger it stands above, as
 * wide as the text. Where the reader's own colours are forced upon the page, the mark of a draft would be as black as the text before it: there
 * it is a line above all.
 */
const WIDE = `@media (min-width:76rem){.contents{--full:calc((76rem - 100vw)*999);float:left;position:sticky;top:min(2.5rem,0px - var(--full));width:min(100% - 2rem,max(14rem,min(46rem,var(--full))));max-height:max(100vh - 5rem,var(--full));margin:2.5rem 0 0 max(1rem,50% - 39rem);padding:0;overflow-y:auto;font-size:.9375rem}.contents>ul{padding:0 0 0 1rem;border-width:0 0 0 1px}.contents li{margin:.5rem 0}main{display:flow-root;margin-left:max(0px,50% - 23rem)}}
@media (max-width:30rem){body{font-size:1.0625rem;line-height:1.8}p{text-align:left}h1{font-size:1.375rem}.contents ul ul{display:none}.signoff,.signoff.sealed{margin-right:0}thead [colspan]:not(.note){text-align:left}}
@media (forced-colors:active){.draft::before{position:static;display:block;transform:none;padding:.25rem 1rem;border-bottom:1px solid;font-size:1.125rem;line-height:1.5;text-align:center}.band{border-width:2px 1px 2px 0}.seal{mix-blend-mode:normal}}
`;

/** The style sheet of a page: for screens wide and narrow, light and dark, and for paper. */
export const pageStyle = once(
  (theme: Theme): string =>
    `${EVERYWHERE}@media screen{\n${TEXT}${TABLE}${narrowTables()}${WIDE}}\n${COLOURS}${printStyle(theme)}`,
);
