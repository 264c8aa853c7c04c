import { fc } from '../fast-check.js';

/** Texts as somebody writes them who wants more than to be read. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='",
        '</style>',
        '-->',
        '</main>',
      ),
      fc.constantFrom(
        'javascript:alert(1)',
        'http://a.cn/"onclick="x',
        '&lt;b&gt;',
        '</script>',
        '<!--',
        ']]>',
        'http://a.cn/<b>',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => `甲${pieces.join('')}`.replaceAll('{{', '').replace(/\\/g, ''));
