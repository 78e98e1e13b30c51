// The seed of the property tests: the same in every run, so that a red test is the change's own doing.
// `FUZZ_SEED=1234 npm test -- unit` looks elsewhere; a seed that fails is kept as a test by name.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_121) });
