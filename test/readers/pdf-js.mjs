import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * A PDF as Mozilla's pdf.js reads it; positions as in `pdf-content.mjs`. The blanks that pdf.js makes up are left out.
 *
 * @param {Uint8Array} bytes
 */
export async function readWithPdfjs(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items
      .filter((item) => 'str' in item && item.str.trim() !== '')
      .map(({ str, transform, width: advance }) => {
        const [size, , , , x, y] = transform;
        return { text: str, x, y: height - y, width: advance, size };
      });
    pages.push({ width, height, texts });
  }
  const { info } = await document.getMetadata();
  const outline = await bookmarks(document);
  await loading.destroy();
  return { pages, info, outline };
}

/** @param {any} document */
async function bookmarks(document) {
  const read = async (/** @type {any[]} */ items, level = 1) => {
    /** @type {{ title: string, level: number, page: number, left: number, top: number }[]} */
    const found = [];
    for (const { title, dest, items: inner } of items) {
      const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      const [ref, , left, top] = target;
      const page = await document.getPageIndex(ref);
      const { view } = await document.getPage(page + 1);
      found.push({ title, level, page, left, top: view[3] - top }, ...(await read(inner, level + 1)));
    }
    return found;
  };
  return read((await document.getOutline()) ?? []);
}
