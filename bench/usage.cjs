// Tells on descriptor 3, when the process ends, what it has used since it was started.
const { readFileSync, writeSync } = require('node:fs');

/** Peak memory in MB. Where it can be had, the process's own: `maxRSS` begins with that of the process it was forked from. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, rss: peak() }));
});
