import { describe, expect, test } from '@jest/globals';
import { composeReport } from '../../src/index.js';
import { htmlOf } from '../readers/other-sources.mjs';
import { small } from '../reading/page.js';
import { published, verify } from './published.js';

// What a page holds and nobody sees is not there; what its style sheet writes is.

const plain = htmlOf(composeReport(small), {});

/** The page with a style sheet, and with attributes for what is around a figure. */
const pageWith = (css: string, attributes: string, page = plain) =>
  `<style>${css}</style>${page.replace('>567</td>', `><div><span ${attributes}>567</span></div></td>`)}`;

const found = async (page: string) =>
  (await verify(page, small, '年报.html')).differences.map(({ code, found, expected }) => [code, found, expected]);

const GONE = [['verify/changed', '空白', '567']];

describe('a figure that is not seen is not there', () => {
  test.each([
    ['.x{display:none}', 'class="a x"'],
    ['td  >div> span.x , b { DISPLAY : NONE }', 'class="x"'],
    ['@media screen and (min-width:600px){.x{visibility:hidden}}', 'class="x"'],
    ['@media not print{.x{visibility:hidden}}', 'class="x"'],
    ['@supports (display:grid){@layer a{div{& > .x{display:none}}}}', 'class="x"'],
    ['<!-- /* a{} */ #x{opacity:0} -->', 'id="x"'],
    ['.x{font-size:0}', 'class="x"'],
    ['.x{font:0/0 a}', 'class="x"'],
    ['.x{position:absolute;left:-9999px}', 'class="x"'],
    ['.x{display:inline-block;text-indent:-999em}', 'class="x"'],
    ['.x{display:block;height:0;overflow:hidden}', 'class="x"'],
    ['.x{position:absolute;clip:rect(0,0,0,0)}', 'class="x"'],
    ['.x{clip-path:inset(50%)}', 'class="x"'],
    ['.x{transform:scale(0)}', 'class="x"'],
    ['.x{color:#fff}', 'class="x"'],
    [':root{--paper:#eee}body,td{background:var(--paper)}.x{color:#efefef}', 'class="x"'],
    [`a{${'& & & &{'.repeat(15)}${'}'.repeat(16)}.x{display:none}`, 'class="x"'],
    ['span:nth-child(1):not(.y){color:transparent}', ''],
    ['div:has(> [data-x]){display:none}', 'data-x'],
    ['.x{display:none!important}', 'class="x" style="display:inline"'],
    ['', 'hidden'],
    ['', 'style="color:rgb(255, 255, 255)"'],
    ['', 'style="font-size:1px"'],
    ['', 'style="visibility: hidden"'],
  ])('%s %s', async (css, attributes) => {
    expect(await found(pageWith(css, attributes))).toEqual(GONE);
  });

  test('in what is folded up, and in a part of a table that is hidden', async () => {
    const folded = (open: string) => plain.replace('567', `<details${open}><summary></summary>567</details>`);
    expect(await found(folded(''))).toEqual(GONE);
    expect(await found(folded(' open'))).toEqual([]);
    const part = plain.replace(/<tr><td>规章<\/td>.*?<\/tr>/s, '<tbody class="x">$&</tbody>');
    expect((await found(`<style>.x{display:none}</style>${part}`))[0]).toEqual([
      'verify/missing',
      '没有',
      '规章 | 1 | 2 | 3',
    ]);
  });
});

describe('a figure that is seen is there', () => {
  test.each([
    ['.x{display:none}.x{display:inline}', 'class="x"'],
    ['div .x{display:inline}.x{display:none}', 'class="x"'],
    ['.x{display:none}', 'class="x" style="display:inline"'],
    ['.x{display:none}', 'class="y"'],
    ['.x:hover,.y .x{display:none}', 'class="x"'],
    ['@media print{.x{display:none}}', 'class="x"'],
    ['@media (max-width:600px),(prefers-color-scheme:dark){.x{display:none}}', 'class="x"'],
    ['/* .x{display:none} */ .y::before{content:"}"}', 'class="x"'],
    ['div{font-size:0}.x{font-size:14px}', 'class="x"'],
    ['div{visibility:hidden}.x{visibility:visible}', 'class="x"'],
    ['td{background:#004}.x{color:#fff}', 'class="x"'],
    ['div{left:50%;margin-left:-640px}', 'class="x"'],
    ['.x{color:#fff;background:url(a.png)}', 'class="x"'],
    ['@font-face{src:url(a)}.x{opacity:.9;font:700 14px/1.5 serif;clip:rect(0,auto,auto,0)}', 'class="x"'],
    ['.x{display:none', 'class="y"'],
    ['.x{display:none} ]]} .x{display:inline}', 'class="y"'],
    ['.x{background-color:#fff}.x{background:#036;color:#fff}', 'class="x"'],
    ['.x{color:#fff;background-image:linear-gradient(#036,#048)}', 'class="x"'],
    ['.x{font-size:0}.x{font:14px a}', 'class="x"'],
    ['td>div{display:flex}.x{flex:1;width:0;overflow:hidden}', 'class="x"'],
    ['td{width:1px;overflow:hidden}', ''],
    ['</style><noscript><style>.x{display:none}</style></noscript><style>', 'class="x"'],
  ])('%s %s', async (css, attributes) => {
    expect(await found(pageWith(css, attributes))).toEqual([]);
  });

  test('on a page of ours as on a page that is pasted', async () => {
    const page = new TextDecoder().decode(await published(small, 'html'));
    expect(await found(page.replace(/(<data value="567"[^>]*)>/, '$1 style="color:#fff">'))).toEqual(GONE);
    expect(
      await found(page.replace('</style>', '[data-path="disclosure.penalties.decisions"]{display:none}</style>')),
    ).toEqual(GONE);
    const { losses } = await verify(page, small, '年报.html');
    expect(losses).toEqual([]);
  });
});

test('text that only a style sheet writes is text', async () => {
  expect(await found(pageWith('.x:after{content:"8"}', 'class="x"'))).toEqual([['verify/changed', '5678', '567']]);
  expect(await found(pageWith('.x::before{content:"\\2022 \\e600"}', 'class="x"'))).toEqual([]);
});

test('what is not looked at is told: style sheets elsewhere, scripts, and sheets that ask too much', async () => {
  const messages = async (page: string) =>
    (await verify(page, small, '年报.html')).losses.map(({ message }) => message.slice(0, 8)).join();
  expect(await messages(plain)).toBe('');
  expect(await messages(`<link rel="stylesheet" href="a.css">${plain}`)).toBe('没有看网页以外的');
  expect(await messages(`${plain}<script src="a.js"></script>`)).toBe('没有看脚本运行以');
  expect(await messages(`<style>${'p{color:#000}'.repeat(31_000)}</style>${plain}`)).toBe('没有看网页里的样');
  const many = '<i></i>'.repeat(6000);
  expect(await messages(`<style>${'*{color:#000}'.repeat(1000)}</style>${many}${plain}`)).toBe('没有看网页里的样');
  expect(await messages(`<style>i+i~i:nth-child(2n){display:none}</style>${many}${plain}`)).toBe('没有看网页里的样');
});

describe('a table of contents', () => {
  const [first = '', ...rest] = composeReport(small).blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  );
  const list = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li><a href="#a">${line}</a></li>`).join('')}</ul>`;

  test.each([
    ['as the headings', [first, ...rest]],
    ['without their numbers', [first, ...rest].map((line) => line.replace(/^.+?、/, ''))],
    ['with pages', [first, ...rest].map((line, i) => `${line}……${i + 1}`)],
  ])('%s is the same', async (_, lines) => {
    expect(await found(`${list(lines)}${plain}`)).toEqual([]);
  });

  test('with another, one less, one more, or two that have changed places is not', async () => {
    expect(await found(`${list([`${first}变`, ...rest])}${plain}`)).toEqual([['verify/changed', `${first}变`, first]]);
    expect(await found(`${list(rest)}${plain}`)).toEqual([['verify/missing', '没有', first]]);
    expect((await found(`${list([first, ...rest, '七、附件'])}${plain}`)).map(([code]) => code)).toEqual([
      'verify/added',
    ]);
    const [second = '', ...others] = rest;
    expect((await found(`${list([second, first, ...others])}${plain}`)).length).toBeGreaterThan(0);
  });
});
