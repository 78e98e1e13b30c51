import { expect, test } from 'vitest';
import { oneAfterAnother } from './one-after-another.ts';

test('who reads finds what was asked to be kept before, however slow the device is', async () => {
  const device = new Set(['left']);
  const inTurn = oneAfterAnother((call) => setTimeout(call));
  void inTurn(async () => {
    await new Promise((done) => setTimeout(done, 5));
    device.delete('left');
  });
  expect(await inTurn(async () => [...device])).toEqual([]);
});

test('nothing is asked of the device in the task of the key, and one fault stops no other', async () => {
  let isAsked = false;
  const inTurn = oneAfterAnother((call) => setTimeout(call));
  const first = inTurn(async () => {
    isAsked = true;
    throw new Error('no room');
  });
  const second = inTurn(async () => 'read');
  await Promise.resolve();
  expect(isAsked).toBe(false);
  await expect(first).rejects.toThrow('no room');
  expect(await second).toBe('read');
});
