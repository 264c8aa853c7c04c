/**
 * Where test files run: in the process itself. What jest changes in the global object of a context, it changes in one that nobody
 * uses.
 */
export default class Environment {
  global = { process: {} };
  /** Asked for by jest; nothing is mocked. */
  moduleMocker = { restoreAllMocks() {} };

  async setup() {}

  async teardown() {}

  getVmContext() {
    return null;
  }
}
