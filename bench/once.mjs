// One document in a fresh process: node once.mjs INPUT OUTPUT. Run by cold.mjs.
import { readFileSync, writeFileSync } from 'node:fs';

const [input, output] = process.argv.slice(2);
const { peer, options, look, job } = JSON.parse(readFileSync(input, 'utf8'));
const { open } = await import(`./peers/${peer}.mjs`);
const draw = await open({ ...options, faces: look.faces });
writeFileSync(output, await draw(job, look));
