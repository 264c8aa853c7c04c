import type { PageTheme } from '../../theme/theme.js';
import { microns, millimetres } from './lengths.js';
import { element, part } from './ofd-xml.js';

/** The content of a page or of the template behind pages. */
export const pagePart = (template: number | undefined, layer: number, objects: string): string =>
  part(
    'Page',
    `${template === undefined ? '' : `<ofd:Template TemplateID="${template}" ZOrder="Background"/>`}<ofd:Content><ofd:Layer ID="${layer}" Type="Body">${objects}</ofd:Layer></ofd:Content>`,
  );

/** What the document part says. Names are from the document part. */
export interface DocumentFacts {
  readonly maxId: number;
  readonly page: PageTheme;
  readonly template: { readonly id: number; readonly name: string } | undefined;
  readonly pages: readonly { readonly id: number; readonly name: string }[];
  readonly outline: string;
  /** Whether the file says how viewers open it. */
  readonly hasPreferences: boolean;
  /** The lists of pictures, links, parts of one's own and attachments, if there are any. */
  readonly documentRes: string | undefined;
  readonly annotations: string | undefined;
  readonly customTags: string;
  readonly attachments: string | undefined;
}

/** How a reader opens the file: with its outline, and its title at the top of the window. */
const PREFERENCES = `<ofd:VPreferences>${element('PageMode', 'UseOutlines')}${element('TabDisplay', 'DocTitle')}</ofd:VPreferences>`;

/** The document part (GB/T 33190-2016, 7.5). */
export function documentPart(facts: DocumentFacts): string {
  const { maxId, page, template, pages, outline } = facts;
  const area = `0 0 ${millimetres(microns(page.width))} ${millimetres(microns(page.height))}`;
  const common = [
    element('MaxUnitID', String(maxId)),
    element('PageArea', element('PhysicalBox', area)),
    element('PublicRes', 'PublicRes.xml'),
    element('DocumentRes', facts.documentRes),
    template ? `<ofd:TemplatePage ID="${template.id}" ZOrder="Background" BaseLoc="${template.name}"/>` : '',
  ];
  const list = pages.map(({ id, name }) => `<ofd:Page ID="${id}" BaseLoc="${name}"/>`);
  return part(
    'Document',
    [
      element('CommonData', common.join('')),
      element('Pages', list.join('')),
      outline,
      outline && facts.hasPreferences ? PREFERENCES : '',
      element('Annotations', facts.annotations),
      element('CustomTags', facts.customTags),
      element('Attachments', facts.attachments),
    ].join(''),
  );
}
