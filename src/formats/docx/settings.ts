import { forbiddenEnds } from './forbidden-ends.js';
import { part, w } from './word-xml.js';

const WORD = 'http://schemas.microsoft.com/office/word';

function compatibility(name: string, val: number): string {
  return w('compatSetting', { name, uri: WORD, val });
}

/** `word/settings.xml`. None of the settings makes a word processor ask a question when opening the file. */
export function settingsPart(carriesFonts: boolean): string {
  return part(
    'settings',
    w('zoom', { percent: 100 }),
    // Programs that save the file keep its fonts.
    carriesFonts ? w('embedTrueTypeFonts') + w('saveSubsetFonts') : '',
    w('defaultTabStop', { val: 420 }),
    w('evenAndOddHeaders'),
    w('characterSpacingControl', { val: 'compressPunctuation' }),
    forbiddenEnds(),
    w(
      'compat',
      {},
      w('doNotExpandShiftReturn'),
      w('useFELayout'),
      compatibility('compatibilityMode', 15),
      compatibility('overrideTableStyleFontSizeAndJustification', 1),
      compatibility('enableOpenTypeFeatures', 1),
      compatibility('doNotFlipMirrorIndents', 1),
      compatibility('differentiateMultirowTableHeaders', 1),
    ),
    w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
  );
}
