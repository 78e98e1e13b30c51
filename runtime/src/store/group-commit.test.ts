import { describe, expect, it } from 'vitest';
import { groupCommit } from './group-commit.ts';
import { StoreConflict, StoreFailure } from './store-error.ts';

describe('group commit', () => {
  it('puts commits that wait together into one transaction, in the order they came', async () => {
    const groups: number[][] = [];
    const { commit } = groupCommit<number>(async (units) => void groups.push([...units]));
    await Promise.all([commit(1), commit(2), commit(3)]);
    await commit(4);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('goes one by one when one of them conflicts, so that only that one fails', async () => {
    const groups: number[][] = [];
    const { commit } = groupCommit<number>(async (units) => {
      groups.push([...units]);
      if (units.includes(2)) throw new StoreConflict('entries');
    });
    const settled = await Promise.allSettled([commit(1), commit(2), commit(3)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('never writes again what a failure may have written: all of the group are told', async () => {
    let calls = 0;
    const { commit, settled } = groupCommit<number>(async () => {
      calls += 1;
      throw new StoreFailure('the disk', 'same-key');
    });
    const ends = await Promise.allSettled([commit(1), commit(2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
    await settled();
  });
});
