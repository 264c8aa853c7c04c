// A long-lived process with one contender in it. It draws what it is sent and tells what that took: CPU of all its threads
// and wall clock, in milliseconds for one document. Begun by warm.mjs.
import { writeFileSync } from 'node:fs';

let draw;
let look;

const actions = {
  async open({ peer, options, look: given }) {
    look = given;
    const { open } = await import(`./peers/${peer}.mjs`);
    draw = await open({ ...options, faces: look.faces });
  },
  async draw({ jobs }) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    let bytes = 0;
    for (const job of jobs) bytes += (await draw(job, look)).length;
    const { user, system } = process.cpuUsage(cpu);
    const each = (total) => total / jobs.length;
    return { cpu: each((user + system) / 1000), wall: each(performance.now() - wall), bytes: each(bytes) };
  },
  async save({ job, file }) {
    writeFileSync(file, await draw(job, look));
  },
  async memory() {
    return process.resourceUsage().maxRSS / 1024;
  },
};

process.on('message', async ({ action, ...given }) => {
  try {
    process.send({ result: await actions[action](given) });
  } catch (error) {
    process.send({ error: error instanceof Error ? `${error.code ?? ''} ${error.message}`.trim() : String(error) });
  }
});
