// Runs a test file by jest's own adapter, with the modules of the process instead of ones in a context of the file's own: sources and
// packages are loaded, compiled and warm once for all files of a worker. The files of the tests themselves are loaded for each anew.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import runner from 'jest-circus/runner';

register('./load-sources.mjs', import.meta.url);

const require = createRequire(import.meta.url);

/** Where circus keeps who listens to it; its other state goes with its module. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

let files = 0;

/** Loads a part of jest as if it had not been loaded before. */
function anew(/** @type {string} */ path) {
  delete require.cache[path];
  Reflect.deleteProperty(globalThis, LISTENERS);
  return require(path);
}

/** Stacks name files as jest shows them, not as addresses: types are blanks, so that lines and columns are those of the file. */
function stackOf(/** @type {Error} */ error, /** @type {NodeJS.CallSite[]} */ frames) {
  const lines = [Error.prototype.toString.call(error), ...frames.map((frame) => `    at ${frame}`)];
  return lines.join('\n').replace(/file:\/\/(\/[^\s?]+)(?:\?\w+(?:=\d+)?)?(?=:\d)/g, '$1');
}

/** @type {import('jest-circus/runner')} */
export default function runFile(globalConfig, config, environment, _runtime, path, tell) {
  Error.prepareStackTrace = stackOf;
  const native = {
    requireInternalModule: anew,
    requireModule: require,
    setGlobalsForRuntime: (/** @type {object} */ globals) => Object.assign(globalThis, globals),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: () => import(`${pathToFileURL(path)}?file=${files++}`),
    enterTestCode: () => {},
    leaveTestCode: () => {},
  };
  return runner.default(globalConfig, config, environment, native, path, tell);
}
