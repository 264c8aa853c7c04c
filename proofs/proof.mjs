/** Counts and tells checks: one line each, and a summary at the end that decides the exit code. */
let passed = 0;
let failed = 0;

/**
 * @param {string} name
 * @param {() => unknown} work throws, or gives a list of faults, if something is wrong
 */
export async function check(name, work) {
  try {
    const result = await work();
    const faults = Array.isArray(result) ? result : [];
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('; '));
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** Throws with both if they are not the same. @param {unknown} found @param {unknown} expected */
export function same(found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a === b) return;
  const at = [...a].findIndex((character, i) => character !== b[i]);
  throw new Error(`${a.slice(Math.max(0, at - 40), at + 60)} instead of ${b.slice(Math.max(0, at - 40), at + 60)}`);
}
