export default {
  // Two workers on two cores: jest would leave one idle.
  maxWorkers: '100%',
  // What a test file leaves behind stays with its worker: one that has grown is begun anew.
  workerIdleMemoryLimit: '1GB',
  // No test is about time, and none may fail because the machine is busy.
  testTimeout: 120_000,
  // In the process itself, so that sources and packages are loaded, compiled and warm once for all files of a worker.
  testEnvironment: '<rootDir>/test/native/environment.mjs',
  testRunner: '<rootDir>/test/native/run-file.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Packages that tests build are none of the project's.
  modulePathIgnorePatterns: ['<rootDir>/out/'],
  // Node loads the files, see `test/native/load-sources.mjs`.
  transform: {},
};
