import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ROOT } from '../readers/fixtures.mjs';

/** An object with some of its methods replaced. */
const replaced = (/** @type {any} */ object, /** @type {any} */ methods) =>
  new Proxy(object, {
    get(target, key) {
      if (Object.hasOwn(methods, key)) return methods[key];
      const value = target[key];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** The operators with all marked content under one name that says nothing. */
function unmarked(/** @type {any} */ { fnArray, argsArray }) {
  const isMark = (/** @type {number} */ operator) =>
    operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent;
  const plain = (/** @type {any} */ args, /** @type {number} */ i) => (isMark(fnArray[i]) ? ['Span', null] : args);
  return { fnArray, argsArray: argsArray.map(plain) };
}

const page = (/** @type {any} */ one) =>
  replaced(one, {
    getStructTree: async () => null,
    getOperatorList: async (/** @type {any} */ options) => unmarked(await one.getOperatorList(options)),
  });

/** pdf.js, blind to tags and artifacts: what it reads is what was only drawn. */
export const blindEngine = async () => ({
  OPS: /** @type {any} */ (OPS),
  cMaps: `${ROOT}node_modules/pdfjs-dist/cmaps/`,
  getDocument(/** @type {any} */ options) {
    const loading = getDocument(options);
    const promise = loading.promise.then((file) =>
      replaced(file, { getPage: async (/** @type {number} */ number) => page(await file.getPage(number)) }),
    );
    return { promise, destroy: () => loading.destroy() };
  },
});
