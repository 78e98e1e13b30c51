import { expect, test, vi } from 'vitest';
import { type Handle, newHandles } from './outline-handles.ts';

const handle = (id: string): Handle => ({
  id,
  number: '1',
  name: id,
  row: {} as HTMLElement,
  button: null,
});

test('rows come and go, and who draws them is told', () => {
  const handles = newHandles('help');
  const listener = vi.fn();
  handles.subscribe(listener);
  const away = handles.add(handle('visit'));
  expect([...handles.get().keys()]).toEqual(['visit']);
  away();
  expect([...handles.get().keys()]).toEqual([]);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('a row drawn anew elsewhere is not taken away by the one that it follows', () => {
  const handles = newHandles('help');
  const away = handles.add(handle('visit'));
  const anew = handle('visit');
  handles.add(anew);
  away();
  expect(handles.get().get('visit')).toBe(anew);
});

test('what is done to a handle is heard by what drags, and by nobody before it listens', () => {
  const handles = newHandles('help');
  const onKeyDown = vi.fn();
  const event = {} as Parameters<typeof handles.tell>[2];
  handles.tell('visit', 'onKeyDown', event);
  handles.listen('visit', { onKeyDown });
  handles.tell('visit', 'onKeyDown', event);
  handles.tell('visit', 'onPointerDown', event);
  handles.listen('visit', undefined);
  handles.tell('visit', 'onKeyDown', event);
  expect(onKeyDown).toHaveBeenCalledExactlyOnceWith(event);
});
