import { reports } from '../render/reports.js';
import { clauseFaults } from './clauses/clauses.mjs';
import { type File, listOf } from './clauses/file.mjs';
import { readElements } from './clauses/structure.mjs';
import { finishes, open, published } from './files.js';

// The clauses of PDF/A and PDF/UA that are looked at, over the objects of the made files; and that the checker sees what it is
// there to see.

const ways = Object.keys(finishes) as (keyof typeof finishes)[];
const signed = reports.filter(({ document }) => document.blocks.some(({ kind }) => kind === 'signoff'));

describe.each(reports)('$name', (report) => {
  const possible = signed.includes(report) ? ways : (['plain', 'draft', 'with its data'] as const);

  test.each(possible)('%s', async (way) => {
    expect(clauseFaults(await open(report, way))).toEqual([]);
  });
});

const elements = (file: File, type: string) => readElements(file).all.filter((element) => element.type === type);
const first = (file: File, type: string) => elements(file, type)[0]?.dict;
const tree = (file: File) => file.get(file.catalogue.StructTreeRoot);
const stream = (file: File, index: number) => file.get(file.pages[index].Contents);
const outline = (file: File) => file.get(file.catalogue.Outlines);
const descendant = (file: File) => {
  const fonts = file.get(file.get(file.pages[0].Resources).Font);
  const font = file.get(Object.values(fonts)[0]);
  return { font, inner: file.get(file.get(font.DescendantFonts)[0]) };
};
const area = (file: File) => file.pages.flatMap((page) => (page.Annots ?? []).map(file.get))[0];
const carried = (file: File) => file.get(file.get(file.catalogue.AF)[0]);

function rewrite(stream: { bytes: Buffer }, from: RegExp, to: string): void {
  const text = stream.bytes.toString('latin1');
  expect(text).toMatch(from);
  stream.bytes = Buffer.from(text.replace(from, to), 'latin1');
}
const inMetadata = (from: RegExp, to: string) => (file: File) => rewrite(file.get(file.catalogue.Metadata), from, to);
const inContent = (from: RegExp, to: string) => (file: File) => rewrite(stream(file, 0), from, to);

/** Ways to spoil a file, by the clause that must notice. */
const mutations: { readonly [clause: string]: { readonly [name: string]: (file: File) => void } } = {
  catalogue: {
    'no language': ({ catalogue }) => delete catalogue.Lang,
    'not marked': ({ catalogue }) => delete catalogue.MarkInfo,
    'title not shown': (file) => (file.get(file.catalogue.ViewerPreferences).DisplayDocTitle = false),
    'tabs by rows': ({ pages }) => (pages.at(-1).Tabs = '/R'),
    'no tabs': ({ pages }) => delete pages[0].Tabs,
    'no identifier': ({ trailer }) => delete trailer.ID,
    'an action': ({ catalogue }) => (catalogue.OpenAction = {}),
  },
  metadata: {
    'no metadata': ({ catalogue }) => delete catalogue.Metadata,
    'another part of PDF/A': inMetadata(/<pdfaid:part>3/, '<pdfaid:part>2'),
    'another level': inMetadata(/conformance>A/, 'conformance>B'),
    'no PDF/UA': inMetadata(/pdfuaid:part/g, 'pdfuaid:port'),
    'PDF/UA unexplained': inMetadata(/<pdfaSchema:prefix>pdfuaid/, '<pdfaSchema:prefix>ua'),
    'another title': (file) => (file.get(file.trailer.Info).Title = Buffer.from('x')),
    'another date': inMetadata(/<xmp:ModifyDate>\d/, '<xmp:ModifyDate>3'),
  },
  intent: {
    'no intent': ({ catalogue }) => delete catalogue.OutputIntents,
    'no profile': (file) => delete file.get(file.get(file.catalogue.OutputIntents)[0]).DestOutputProfile,
    'a profile of grey': (file) => {
      file.get(file.get(file.get(file.catalogue.OutputIntents)[0]).DestOutputProfile).dict.N = 1;
    },
  },
  files: {
    'no relation': (file) => delete carried(file).AFRelationship,
    'not associated': ({ catalogue }) => delete catalogue.AF,
    'no MIME type': (file) => delete file.get(carried(file).EF.F).dict.Subtype,
    'no date': (file) => delete file.get(file.get(carried(file).EF.F).dict.Params).ModDate,
    'other bytes': (file) => file.get(carried(file).EF.F).bytes.fill(0x20, 0, 1),
  },
  fonts: {
    'not embedded': (file) => delete file.get(descendant(file).inner.FontDescriptor).FontFile2,
    'no ToUnicode': (file) => delete descendant(file).font.ToUnicode,
    'a character without Unicode': (file) =>
      rewrite(file.get(descendant(file).font.ToUnicode), /<0000> <\w+> \[.*\]/, '<0000> <0001> [<0000> <4E00>]'),
    'another width': (file) => (file.get(descendant(file).inner.W)[1][1] += 1),
    '.notdef shown': inContent(/\((?:\\?[\s\S]){2}((?:[^()\\]|\\[\s\S])*)\) Tj/, '(\0\0$1) Tj'),
  },
  content: {
    'text outside': inContent(/\/P <<\/MCID \d+>> BDC\n([\s\S]*?)EMC/, '$1'),
    'a rule outside': (file) => {
      for (const page of file.pages) {
        const text = file.get(page.Contents);
        if (!/\/Type \/Layout/.test(text.bytes.toString('latin1'))) continue;
        rewrite(text, /\/Artifact <<\/Type \/Layout>> BDC/, '/Span BMC');
        return;
      }
      throw new Error('no rules');
    },
    'tagged in an artifact': inContent(/(\/P <<\/MCID \d+>> BDC)/, '/Artifact BMC\n$1\nEMC'),
    'left open': inContent(/EMC\s*$/, ''),
    'closed twice': inContent(/EMC/, 'EMC\nEMC'),
    'q left open': inContent(/^/, 'q\n'),
  },
  structure: {
    'no tree': ({ catalogue }) => delete catalogue.StructTreeRoot,
    'a cell in the table': (file) => (first(file, 'TR').S = '/TD'),
    'a paragraph in a row': (file) => (first(file, 'TD').S = '/P'),
    'a skipped level': (file) => (first(file, 'H2').S = '/H3'),
    'no H1': (file) => (first(file, 'H1').S = '/P'),
    'two H1': (file) => (first(file, 'H2').S = '/H1'),
    'an empty paragraph': (file) => delete first(file, 'P').K,
    'a type of our own': (file) => (first(file, 'P').S = '/Absatz'),
    'another parent': (file) => (first(file, 'P').P = { ref: file.catalogue.StructTreeRoot.ref }),
  },
  'parent tree': {
    'no page': ({ pages }) => delete pages[0].StructParents,
    'a wrong element': (file) => {
      const row = tree(file).ParentTree.Nums[1];
      [row[0], row[1]] = [row[1], row[0]];
    },
    'a missing element': (file) => tree(file).ParentTree.Nums[1].pop(),
    'content of nobody': (file) => delete first(file, 'H1').K,
    'content that is not there': (file) => (first(file, 'H1').K = [0, 999]),
    'tagged otherwise': inContent(/\/H1 <</, '/P <<'),
    'a key taken': (file) => (tree(file).ParentTreeNextKey = 0),
  },
  tables: {
    'no scope': (file) => delete first(file, 'TH').A.Scope,
    'no summary': (file) => delete first(file, 'Table').A,
    'a cell too few': (file) => (first(file, 'TR').K = listOf(first(file, 'TR').K).slice(1)),
    'a cell too wide': (file) => (first(file, 'TD').A = { O: '/Table', ColSpan: 2 }),
    'a cell too high': (file) => (elements(file, 'TD').slice(-1)[0].dict.A = { O: '/Table', RowSpan: 2 }),
    'body before head': (file) =>
      elements(file, 'Table')
        .find(({ dict }) => dict.K.length > 1)
        ?.dict.K.reverse(),
    'no owner': (file) => delete first(file, 'TH').A.O,
  },
  links: {
    'no Contents': (file) => delete area(file).Contents,
    'not printed': (file) => delete area(file).F,
    'a script': (file) => (file.get(area(file).A).URI = Buffer.from('javascript:alert(1)')),
    'of nobody': (file) => (first(file, 'Link').K = listOf(first(file, 'Link').K).slice(0, 1)),
    'found from nowhere': (file) => (area(file).StructParent = 0),
    'off the page': (file) => (area(file).Rect = [-9, 0, 9, 9]),
  },
  outline: {
    none: ({ catalogue }) => delete catalogue.Outlines,
    'a wrong count': (file) => outline(file).Count--,
    'a negative count': (file) => (outline(file).Count *= -1),
    'leads nowhere': (file) => (file.get(outline(file).First).Dest[0] = { ref: 1 }),
    'leads off the page': (file) => (file.get(outline(file).First).Dest[3] = 2000),
    'a broken chain': (file) => delete file.get(outline(file).Last).Prev,
  },
};

describe.each(Object.entries(mutations))('the checker notices in %s:', (clause, ways) => {
  test.each(Object.entries(ways))('%s', async (_, spoil) => {
    const file = await open(published, 'with all of it');
    spoil(file);
    expect(clauseFaults(file).join('\n')).toContain(`${clause}: `);
  });
});
