// The sources as few files, with the small packages that most runs need in them: finding and loading three hundred modules takes
// longer than making a report. pdfmake's document is in them as well, without the engines that it is never asked for. What only some
// runs need stays outside. Run by `npm run build`; the types come
// from tsc.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Dependencies that are in the files nevertheless. What else is imported is one for development only, and in the files as well. */
const INSIDE = ['dayjs', 'handlebars', 'pdfmake', 'zod'];

/** What pdfkit shapes text, breaks lines and encrypts with. */
const UNUSED = /^(fontkit|linebreak|@noble\/(ciphers|hashes)\/.*)$/;

/** Puts nothing in the place of what is unused. */
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [outdir = 'dist'] = process.argv.slice(2);

const NOTE = '// Contains other packages, see LICENSES.txt.';

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
};

const forNode = build({
  ...common,
  entryPoints: [
    'src/index.ts',
    'src/batch/index.ts',
    'src/batch/thread.ts',
    'src/cli/main.ts',
    'src/cli/batch/renew-lock.ts',
  ],
  splitting: true,
  platform: 'node',
  target: 'node20',
  banner: {
    js: [
      NOTE,
      "import { createRequire as requireFrom } from 'node:module';",
      // A bundler that makes CommonJS of this has no `import.meta`.
      'const require = requireFrom(import.meta.url ?? __filename);',
    ].join('\n'),
  },
  plugins: [withoutUnused],
});

// The core is built apart, so that none of its files has anything of Node's: a part of Node in it would fail here.
const forAnywhere = build({
  ...common,
  entryPoints: ['src/core/index.ts'],
  platform: 'neutral',
  target: 'es2023',
  banner: { js: NOTE },
});

const inputs = (await Promise.all([forNode, forAnywhere])).flatMap(({ metafile }) => Object.keys(metafile.inputs));

/** The licence of a package, under its name. */
function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence to carry along`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
writeFileSync(
  join(outdir, 'LICENSES.txt'),
  [...new Set(names)]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(72)}\n\n`),
);
