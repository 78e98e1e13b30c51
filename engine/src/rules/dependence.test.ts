import { describe, expect, it } from 'vitest';
import { orderByDependence } from './dependence.ts';

const order = (reads: Readonly<Record<string, readonly string[]>>) =>
  orderByDependence(new Map(Object.entries(reads)));

describe('orderByDependence', () => {
  it('puts what is read before what reads it, and leaves out what nobody declared', () => {
    expect(order({ a: ['b', 'c'], b: ['c', 'nobody'], c: [] })).toEqual({
      order: ['c', 'b', 'a'],
      cycles: [],
    });
  });

  it('finds each circle once, and one that reads itself', () => {
    expect(order({ a: ['b'], b: ['a'], c: ['c', 'a'], d: ['c'] }).cycles).toEqual([['a', 'b'], ['c']]);
  });

  it('follows a hundred thousand in a row without recursion', () => {
    const reads = new Map(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, [`k${n + 1}`]] as const));
    expect(orderByDependence(reads).order[0]).toBe('k99999');
  });
});
