/** One seed for all properties, so that a run can be repeated; `TABLED_SEED=random` looks for new examples. */
import fc from 'fast-check';

if (process.env['TABLED_SEED'] !== 'random') fc.configureGlobal({ seed: 20190130 });
