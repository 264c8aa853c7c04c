// The sources as few files, with zod in them: loading three hundred modules takes longer than making a report. Every other package
// stays outside. Run by `npm run build`; the types come from tsc.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const outside = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== 'zod');
const [outdir = 'dist'] = process.argv.slice(2);

await build({
  entryPoints: ['src/index.ts', 'src/batch/index.ts', 'src/batch/worker.ts', 'src/cli/main.ts'],
  outbase: 'src',
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: outside,
  logLevel: 'warning',
  banner: { js: '// Contains zod, see licenses/zod.txt' },
});
