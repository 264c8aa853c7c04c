/** A template as whoever holds it gives it: its text, and what messages call it. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Finds the template of a part of a report, by a name such as `2021/overview`; undefined if there is none. It gives the same object
 * for the same template each time, since what is made of a template is kept with that object.
 */
export type FindTemplate = (name: string) => TemplateFile | undefined;
