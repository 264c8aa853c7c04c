// The sources as few files, with the small packages that most runs need in them: finding and loading three hundred modules takes
// longer than making a report. pdfmake's document is in them as well, without the engines that it is never asked for. What only some
// runs need stays outside. Run by `npm run build`; the types come
// from tsc.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Dependencies that are in the files nevertheless. What else is imported is one for development only, and in the files as well. */
const INSIDE = ['dayjs', 'handlebars', 'pdfmake', 'zod'];

/** Dependencies that are in the command line as well. */
const SMALL = ['@humanwhocodes/momoa'];

/** What pdfkit shapes text, breaks lines and encrypts with. */
const UNUSED = /^(fontkit|linebreak|@noble\/(ciphers|hashes)\/.*)$/;

/** Puts nothing in the place of what is unused. */
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    // Commander starts programs for commands that are files of their own; none is.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /node_modules\/commander\//.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Packages that make tables, or look at the system, when they are loaded, and what of each is used: most runs need none of it. */
const LATE = {
  '@humanwhocodes/momoa': ['parse'],
  fflate: ['strFromU8', 'strToU8', 'unzipSync', 'Unzlib', 'unzlibSync', 'zipSync', 'zlibSync'],
  tinyglobby: ['globSync'],
};

/** Functions that load their package when they are called. */
const loadedLate = (name) =>
  LATE[name].map((one) => {
    const call = `const it = require('${name}').${one}; return new.target ? new it(...given) : it(...given);`;
    return `export function ${one}(...given) { ${call} }`;
  });

const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${Object.keys(LATE).join('|')})$`) }, ({ path, namespace }) =>
      namespace === 'late' ? undefined : { path, namespace: 'late' },
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: loadedLate(path).join('\n'),
      resolveDir: process.cwd(),
    }));
  },
};

/** Properties of characters that the rules ask for, each as the characters that have it: V8 takes a millisecond to look these up, for each pattern. */
const LISTED = ['Script=Han', 'P'];

const hex = (point) => `\\u{${point.toString(16)}}`;

/** The characters of a property, as they are written in a class of a pattern, and what is no character between them: a gap costs V8 more yet. */
function charactersOf(property) {
  const pattern = new RegExp(`\\p{${property}}`, 'u');
  const runs = [];
  let isOpen = false;
  for (let at = 0; at < 0x110000; at++) {
    const character = String.fromCodePoint(at);
    if (pattern.test(character)) {
      if (isOpen) runs.at(-1)[1] = at;
      else runs.push([at, at]);
      isOpen = true;
    } else if (isOpen) isOpen = /\p{Cn}/u.test(character);
  }
  return runs.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join('');
}

const withProperties = {
  name: 'with-properties',
  setup({ onLoad }) {
    const listed = LISTED.map((property) => [`p{${property}}`, charactersOf(property)]);
    onLoad({ filter: /[\\/]src[\\/](?:rules|statements)[\\/].*\.ts$/ }, ({ path }) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const contents = lines.map((line) => {
        if (LISTED.some((property) => new RegExp(`(?:^|\\])[^[]*\\\\p\\{${property}\\}`).test(line)))
          throw new Error(`${path}: a property of characters stands in no class: ${line}`);
        // In a text a backslash is written twice.
        return listed.reduce(
          (text, [name, all]) =>
            text.replaceAll(`\\\\${name}`, all.replaceAll('\\', '\\\\')).replaceAll(`\\${name}`, all),
          line,
        );
      });
      return { contents: contents.join('\n'), loader: 'ts' };
    });
  },
};

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [outdir = 'dist'] = process.argv.slice(2);

const NOTE = '// Contains other packages, see LICENSES.txt.';

/** Without comments and white space. Names stay, so that a stack of calls can be read. */
const COMPACT = { minifyWhitespace: true, minifySyntax: true };

const common = {
  outbase: 'src',
  outdir,
  bundle: true,
  format: 'esm',
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !INSIDE.includes(name)),
  // Of two builds of a package the one made of modules; commander has none, and wants parts of Node by `require`.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
  plugins: [withProperties],
};

const forNode = build({
  ...common,
  entryPoints: ['src/index.ts', 'src/batch/index.ts', 'src/batch/thread.ts'],
  splitting: true,
  platform: 'node',
  target: 'node20',
  ...COMPACT,
  banner: {
    js: [
      NOTE,
      "import { createRequire as requireFrom } from 'node:module';",
      // A bundler that makes CommonJS of this has no `import.meta`.
      'const require = requireFrom(import.meta.url ?? __filename);',
    ].join('\n'),
  },
  plugins: [withoutUnused, late, withProperties],
});

/** A script has no `import.meta`. */
const asScript = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'moduleUrl' },
};

// What begins is a script: a module that imports a part of Node has all of it looked through, which takes longer than to compile it.
const forStart = build({
  ...common,
  ...asScript,
  entryPoints: ['src/cli/main.ts', 'src/cli/kept-thread.ts', 'src/cli/batch/renew-lock.ts'],
});

// The command line is one script, whose compiled code can be kept (`src/cli/load-commands.ts`), with the small packages that it needs.
const forCommands = build({
  ...common,
  ...asScript,
  entryPoints: ['src/cli/run-command-line.ts'],
  outbase: undefined,
  outdir: undefined,
  outfile: join(outdir, 'cli/commands.js'),
  external: common.external.filter((name) => !SMALL.includes(name)),
  define: { ...asScript.define, COMMAND_LINE_THREAD: '"dist/cli/kept-thread.js"' },
  ...COMPACT,
  plugins: [withoutUnused, late, withProperties],
});

// The core is built apart, so that none of its files has anything of Node's: a part of Node in it would fail here.
const forAnywhere = build({
  ...common,
  entryPoints: ['src/core/index.ts'],
  platform: 'neutral',
  target: 'es2023',
  banner: { js: NOTE },
  // It goes over lines to browsers, which take modules as UTF-8. Names stay.
  minifyWhitespace: true,
  charset: 'utf8',
});

const built = await Promise.all([forNode, forStart, forCommands, forAnywhere]);

// In ASCII V8 keeps a source in half the memory; what esbuild leaves of other characters stands in patterns, where an escape is the same.
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const inAscii = (text) => text.replace(/[^\0-\x7f]/g, escaped);
const [{ metafile: library }] = built;
for (const file of Object.keys(library.outputs)) writeFileSync(file, inAscii(readFileSync(file, 'utf8')));

// The command line's script as it can be run. A script that is compiled by hand may import nothing: it is handed how.
const script = join(outdir, 'cli/commands.js');
const HANDED = 'const importModule = module.importModule ?? ((name) => import(name));';
const text = inAscii(readFileSync(script, 'utf8').replace(/\bimport\(/g, 'importModule('));
// Nobody can import the command line, so nobody needs its types.
for (const name of readdirSync(join(outdir, 'cli'), { recursive: true }).map(String)) {
  if (name.endsWith('.d.ts')) rmSync(join(outdir, 'cli', name));
}
writeFileSync(join(outdir, 'cli/package.json'), '{ "type": "commonjs" }\n');
writeFileSync(script, `${NOTE}\n${HANDED}\n${text}`);

const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));

/** Licences whose text is the same for all, for packages that only name theirs. */
const WELL_KNOWN = { 'Apache-2.0': 'node_modules/typescript/LICENSE' };

/** The licence of a package, under its name. */
function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const file = own === undefined ? WELL_KNOWN[license] : join(folder, own);
  if (file === undefined) throw new Error(`${name} has no licence to carry along`);
  return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
}

const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
writeFileSync(
  join(outdir, 'LICENSES.txt'),
  [...new Set(names)]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(72)}\n\n`),
);
