import { describe, expect, test } from '@jest/globals';
import { gbt9704 } from '../../src/index.js';
import { at, descendants, type Element, elementsOf, valueAt } from '../readers/xml.mjs';
import { extreme, open, type Variant } from './files.js';
import { variants } from './variants.mjs';

// What makes word processors show the file as it is meant and ask no question when they open it.

const named = (styles: Element, id: string) =>
  elementsOf(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);

describe.each(Object.keys(variants) as Variant[])('%s', (variant) => {
  test('settings: Word of today, no update of fields, no macros, no template, no link', async () => {
    const settings = (await open(extreme, variant)).xml('word/settings.xml');
    const mode = descendants(settings, 'w:compatSetting').find(
      ({ attributes }) => attributes['w:name'] === 'compatibilityMode',
    );
    expect(mode?.attributes['w:val']).toBe('15');
    for (const name of ['w:updateFields', 'w:attachedTemplate', 'w:linkStyles', 'w:documentProtection']) {
      expect(descendants(settings, name)).toEqual([]);
    }
  });

  test('language: Chinese, for East Asian text and the theme', async () => {
    const file = await open(extreme, variant);
    const [language] = descendants(file.xml('word/styles.xml'), 'w:lang');
    expect(language?.attributes['w:eastAsia']).toBe('zh-CN');
    expect(at(file.xml('word/settings.xml'), 'w:themeFontLang')?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  test('fonts: every Chinese one has stand-ins, and none falls to the theme of the reader’s machine', async () => {
    const file = await open(extreme, variant);
    for (const font of descendants(file.xml('word/fontTable.xml'), 'w:font')) {
      if (valueAt(font, 'w:charset') !== '86') continue;
      expect(valueAt(font, 'w:altName')?.split(',').length).toBeGreaterThan(1);
      expect(valueAt(font, 'w:altName')?.split(',')).not.toContain(font.attributes['w:name']);
    }
    for (const { attributes } of descendants(file.xml('word/styles.xml'), 'w:rFonts')) {
      expect(Object.keys(attributes).toSorted()).toEqual(['w:ascii', 'w:cs', 'w:eastAsia', 'w:hAnsi']);
    }
  });

  test('page numbers: a field with a result, on odd and on even pages', async () => {
    const file = await open(extreme, variant);
    for (const [part, result] of [
      ['word/footer1.xml', '1'],
      ['word/footer2.xml', '2'],
    ] as const) {
      const [field, ...others] = descendants(file.xml(part), 'w:fldSimple') as [Element];
      expect(others).toEqual([]);
      expect(field.attributes['w:instr']?.trim()).toBe('PAGE');
      expect(descendants(field, 'w:t').map(({ children }) => children.join(''))).toEqual([result]);
    }
  });
});

describe('Chinese line breaking', () => {
  test('forbids marks at the ends of lines, hangs none, squeezes them and sets Latin off', async () => {
    const file = await open(extreme);
    const paragraph = at(file.xml('word/styles.xml'), 'w:docDefaults', 'w:pPrDefault', 'w:pPr');
    expect(at(paragraph, 'w:kinsoku')?.attributes['w:val'] ?? '1').toBe('1');
    // LibreOffice, which does not know w15, takes the one for the other.
    const hanging = at(paragraph, 'mc:AlternateContent');
    expect(at(hanging, 'mc:Choice')?.attributes).toEqual({ Requires: 'w15' });
    expect(valueAt(hanging, 'mc:Choice', 'w:overflowPunct')).toBe('0');
    expect(valueAt(hanging, 'mc:Fallback', 'w:overflowPunct')).toBe('1');
    expect(at(paragraph, 'w:autoSpaceDE')?.attributes['w:val'] ?? '1').toBe('1');
    expect(at(paragraph, 'w:autoSpaceDN')?.attributes['w:val'] ?? '1').toBe('1');
    expect(at(paragraph, 'w:widowControl')?.attributes['w:val'] ?? '1').toBe('1');
    expect(valueAt(file.xml('word/settings.xml'), 'w:characterSpacingControl')).toBe('compressPunctuation');
  });

  test('knows more marks at the ends of lines than Word does', async () => {
    const settings = (await open(extreme)).xml('word/settings.xml');
    const marks = (name: string) => at(settings, name)?.attributes ?? {};
    expect(marks('w:noLineBreaksBefore')['w:lang']).toBe('zh-CN');
    expect(marks('w:noLineBreaksAfter')['w:lang']).toBe('zh-CN');
    const [first = '', last = ''] = ['w:noLineBreaksBefore', 'w:noLineBreaksAfter'].map((name) => marks(name)['w:val']);
    for (const mark of '、，。：；！？）》”］｝〗％℃～－―・·／') expect(first).toContain(mark);
    for (const mark of '（《“［｛〖￥№／') expect(last).toContain(mark);
    for (const mark of '（《“年') expect(first).not.toContain(mark);
    for (const mark of '、，。）年') expect(last).not.toContain(mark);
  });

  test('is taken back by no style', async () => {
    const styles = (await open(extreme)).xml('word/styles.xml');
    for (const style of elementsOf(styles, 'w:style')) {
      for (const name of ['w:kinsoku', 'w:overflowPunct', 'w:wordWrap', 'w:autoSpaceDE', 'w:autoSpaceDN']) {
        expect(descendants(style, name)).toEqual([]);
      }
    }
  });
});

describe('styles', () => {
  test('have Chinese names: their own, or those that word processors give to the built-in ones', async () => {
    const styles = (await open(extreme, 'draft')).xml('word/styles.xml');
    const shown = elementsOf(styles, 'w:style').map((style) => valueAt(style, 'w:aliases') ?? valueAt(style, 'w:name'));
    // Word and WPS show these two as 标题 and 正文; the others of this kind never meet a clerk.
    const builtIn = ['Title', 'Normal', 'Default Paragraph Font', 'Normal Table'];
    expect(shown.filter((name) => !/\p{Script=Han}/u.test(name ?? ''))).toEqual(builtIn);
    const { title, body, ...others } = gbt9704.styles;
    const wanted = [...Object.values(others), ...Object.values(gbt9704.table.cells)].map(({ name }) => name);
    expect(shown).toEqual(expect.arrayContaining(wanted));
  });

  test('body text is what 正文 says: justified, two characters in, 16 pt on the pitch of the page', async () => {
    const normal = named((await open(extreme)).xml('word/styles.xml'), 'Normal');
    expect(normal?.attributes['w:default']).toBe('1');
    expect(valueAt(normal, 'w:pPr', 'w:jc')).toBe('both');
    expect(at(normal, 'w:pPr', 'w:ind')?.attributes).toEqual({ 'w:firstLine': '640', 'w:firstLineChars': '200' });
    expect(at(normal, 'w:pPr', 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' });
    expect(valueAt(normal, 'w:rPr', 'w:sz')).toBe('32');
  });

  test('headings keep with what follows and have levels', async () => {
    const styles = (await open(extreme)).xml('word/styles.xml');
    for (const [id, level] of [
      ['Heading1', '0'],
      ['Heading2', '1'],
    ] as const) {
      expect(at(named(styles, id), 'w:pPr', 'w:keepNext')).toBeDefined();
      expect(valueAt(named(styles, id), 'w:pPr', 'w:outlineLvl')).toBe(level);
    }
  });

  test('no indent in characters is inherited where one in twips is meant', async () => {
    const styles = (await open(extreme)).xml('word/styles.xml');
    const date = at(named(styles, 'SignoffDate'), 'w:pPr', 'w:ind')?.attributes;
    expect(date?.['w:rightChars']).toBeDefined();
  });
});
