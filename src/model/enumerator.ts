/** The numbers that the form prints before its headings and row labels: 一、 and （一）. They are literal text. */
const ENUMERATED = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(.*)$/su;

/** A label as its enumerator and its words; undefined if it has none. */
export function splitEnumerator(label: string): { readonly enumerator: string; readonly words: string } | undefined {
  const [, enumerator, words] = ENUMERATED.exec(label) ?? [];
  return enumerator === undefined || words === undefined ? undefined : { enumerator, words };
}
