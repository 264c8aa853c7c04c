import type { FormOptions } from '../editions/editions.js';
import type { FindTemplate } from './find-template.js';

/** What the texts of a report need besides the report: the forms and their templates. */
export interface TextSources extends FormOptions {
  readonly find: FindTemplate;
}
