// What test files import as `@jest/globals`: evaluated for each of them, since each has its own.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;
