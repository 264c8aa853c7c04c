import fc from 'fast-check';

// Property tests take the same inputs in every run, so that what fails is the change and not the day. `SEED=random npm test` looks for
// what nobody thought of; what it finds becomes a test with that input.

const { SEED = '1' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

export { fc };
