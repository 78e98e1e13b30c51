import { describe, expect, it, vi } from 'vitest';
import { LONGEST_WAIT_MS, systemClock } from './clock.ts';
import { virtualClock } from './virtual-clock.ts';

const LONGEST_NODE_TIMER_MS = 2 ** 31 - 1;

describe('the machine’s clock', () => {
  it('never asks Node for a timer beyond 24.8 days, which would fire at once', () => {
    expect(LONGEST_WAIT_MS).toBeLessThan(LONGEST_NODE_TIMER_MS);
    const asked = vi.spyOn(globalThis, 'setTimeout');
    const cancel = systemClock().wakeAt('9999-01-01T00:00:00.000Z', () => undefined);
    expect(asked.mock.calls.at(-1)?.[1]).toBe(LONGEST_WAIT_MS);
    cancel();
    asked.mockRestore();
  });

  it('wakes at once for what is past, and not when cancelled', async () => {
    const woken: string[] = [];
    await new Promise<void>((done) => {
      systemClock().wakeAt('2020-01-01T00:00:00.000Z', () => woken.push('cancelled'))();
      systemClock().wakeAt('2020-01-01T00:00:00.000Z', () => {
        woken.push('past');
        done();
      });
    });
    expect(woken).toEqual(['past']);
  });
});

describe('a virtual clock', () => {
  it('wakes sleepers in order, once, and never goes back', () => {
    const clock = virtualClock('2026-03-02T00:00:00.000Z');
    const woken: string[] = [];
    clock.wakeAt('2026-03-04T00:00:00.000Z', () => woken.push('later'));
    clock.wakeAt('2026-03-03T00:00:00.000Z', () => woken.push('sooner'));
    clock.leapTo('2026-03-05T00:00:00.000Z');
    clock.leapTo('2026-03-01T00:00:00.000Z');
    clock.leapBy(1);
    expect(woken).toEqual(['sooner', 'later']);
    expect(clock.now()).toBe('2026-03-05T00:00:00.001Z');
  });
});
