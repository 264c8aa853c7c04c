/** The text of a template and its name in messages. */
export interface TemplateFile {
  /** Its name, for messages. */
  readonly file: string;
  /** Its content. */
  readonly text: string;
}

/**
 * Finds the template of a part of a report, by a name such as `2021/overview`; undefined if there is none. It must return
 * the same object for the same template each time, because prepared templates are kept by that object.
 */
export type FindTemplate = (name: string) => TemplateFile | undefined;
