import { DECLARATION } from './word-xml.js';

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A relationship to another part, or to an address outside the file. `target` is already escaped for XML. */
export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external?: true;
}

/** Types of relationships, as named by OOXML. */
export type RelationKind =
  | 'customXml'
  | 'customXmlProps'
  | 'font'
  | 'fontTable'
  | 'footer'
  | 'header'
  | 'hyperlink'
  | 'image'
  | 'settings'
  | 'styles';

/** A relationship to another part. */
export function leadsTo(target: string, kind: RelationKind): Relation {
  return { type: `${OFFICE_RELATIONS}/${kind}`, target };
}

/** The content types of parts, by name. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^word\/document\.xml$/, `${WORD_TYPE}.document.main+xml`],
  [/^word\/styles\.xml$/, `${WORD_TYPE}.styles+xml`],
  [/^word\/settings\.xml$/, `${WORD_TYPE}.settings+xml`],
  [/^word\/fontTable\.xml$/, `${WORD_TYPE}.fontTable+xml`],
  [/^word\/footer\d+\.xml$/, `${WORD_TYPE}.footer+xml`],
  [/^word\/header\d+\.xml$/, `${WORD_TYPE}.header+xml`],
  [/^customXml\/itemProps\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'],
];

/** The content types of all other parts, by extension. */
const EXTENSIONS: readonly (readonly [string, string])[] = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
  ['png', 'image/png'],
  ['odttf', 'application/vnd.openxmlformats-officedocument.obfuscatedFont'],
];

/** `[Content_Types].xml` for parts of these names. */
export function contentTypes(names: readonly string[]): string {
  const isUsed = ([extension]: readonly [string, string]) =>
    extension === 'rels' || names.some((name) => name.endsWith(`.${extension}`));
  const defaults = EXTENSIONS.filter(isUsed).map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const overrides = names.flatMap((name) => {
    const type = TYPES.find(([pattern]) => pattern.test(name))?.[1];
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** The name of the part that holds the relationships of another. */
export function relationsName(name: string): string {
  return name.replace(/([^/]+)$/, '_rels/$1.rels');
}

/** Relationships, numbered from `rId1`. */
export function relationships(relations: readonly Relation[]): string {
  const elements = relations.map(({ type, target, external }, i) => {
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"${mode}/>`;
  });
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

/** The relationships of the package itself. */
export const rootRelationships = relationships([
  { type: `${OFFICE_RELATIONS}/officeDocument`, target: 'word/document.xml' },
  { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  { type: `${OFFICE_RELATIONS}/extended-properties`, target: 'docProps/app.xml' },
]);
