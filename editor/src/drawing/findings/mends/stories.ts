import type { Mender } from './mend.ts';

/** The story expects what happens in it now. */
export const expectNow: Mender = (_, { path }) => [
  { label: 'expectNow', acts: [{ command: 'expect_now', args: { id: path.split('/')[1] ?? '' } }] },
];
