export default {
  // Two workers on two cores: jest would leave one idle.
  maxWorkers: '100%',
  // What a test file leaves behind stays with its worker: one that has grown is begun anew.
  workerIdleMemoryLimit: '1GB',
  // No test is about time, and none may fail because the machine is busy.
  testTimeout: 120_000,
  // Sources and packages use globals in all their loops, which are slow in jest's own environment.
  testEnvironment: '<rootDir>/test/environment.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
};
