import { comparePages, textsWithoutLastLine } from '../test/readers/parity.mjs';
import { renderFixtures, run, temporary } from './commands.mjs';
import { check, finish } from './proof.mjs';

// Every fixture's PDF as other programs read it: poppler and MuPDF.

const files = await renderFixtures('pdf', temporary());

/** Fonts by `pdffonts`: name, whether embedded, whether a subset, whether with a map to Unicode. @param {string} path */
const fontsOf = (path) =>
  run('pdffonts', [path])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, embedded, subset, unicode] =
        /^(\S+) .*? (yes|no) +(yes|no) +(yes|no) +\d+ +\d+ *$/.exec(line) ?? [];
      return { name, embedded, subset, unicode };
    });

for (const { name, path, document } of files) {
  await check(`${name}: every font is embedded, a subset, and maps to Unicode`, () => {
    const fonts = fontsOf(path);
    if (fonts.length === 0) return ['no fonts'];
    return fonts
      .filter(({ embedded, subset, unicode }) => [embedded, subset, unicode].join() !== 'yes,yes,yes')
      .map((font) => JSON.stringify(font));
  });
  await check(`${name}: pdftotext reads the document's text`, () =>
    comparePages(textsWithoutLastLine(run('pdftotext', ['-raw', path, '-'])), document),
  );
  await check(`${name}: mutool reads the document's text`, () =>
    comparePages(textsWithoutLastLine(run('mutool', ['draw', '-q', '-F', 'txt', path])), document),
  );
  await check(`${name}: pdfinfo tells what the document says of itself`, () => {
    const told = run('pdfinfo', ['-isodates', path]);
    const { title, author, subject, keywords, date } = document.meta;
    const facts = [
      `Title: ${title}`,
      `Author: ${author}`,
      `Subject: ${subject}`,
      `Keywords: ${keywords.join('，')}`,
      ...(date ? [`CreationDate: ${date}T00:00:00Z`] : []),
      'Page size: 595.276 x 841.89 pts (A4)',
    ];
    const plain = told.replace(/: +/g, ': ');
    if (!date && /Date/.test(plain)) return ['a date is told'];
    return facts.filter((fact) => !plain.includes(`${fact}\n`)).map((fact) => `not told: ${fact}`);
  });
}
finish();
