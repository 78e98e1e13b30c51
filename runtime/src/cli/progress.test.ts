import { describe, expect, test } from 'vitest';
import { partsBar, progressBar } from './progress.ts';

function terminalOf(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
}

describe('a progress bar', () => {
  test('writes nothing where nobody looks', () => {
    const terminal = terminalOf(false);
    const bar = progressBar(10, terminal);
    bar.tell(5, 'half');
    bar.end();
    expect(terminal.written).toEqual([]);
  });

  test('shows how much is done and what is at hand, on one line that is wiped in the end', () => {
    const terminal = terminalOf(true);
    const bar = progressBar(4, terminal);
    bar.tell(1, 'child heard');
    bar.end();
    expect(terminal.written[0]).toContain('25 %  1 / 4  child heard');
    expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
    expect(terminal.written.join('')).not.toContain('\n');
  });

  test('is not written again when nothing changed, and never wider than the terminal', () => {
    const terminal = terminalOf(true, 40);
    const bar = progressBar(1_000_000, terminal);
    bar.tell(1, 'a very long name of something that is being done now');
    bar.tell(1, 'a very long name of something that is being done now');
    expect(terminal.written).toHaveLength(1);
    expect(terminal.written[0]?.replace('\r\u001b[2K', '').length).toBeLessThan(40);
  });

  test('with nothing to do it is full', () => {
    const terminal = terminalOf(true);
    progressBar(0, terminal).tell(0);
    expect(terminal.written[0]).toContain('100 %');
  });

  test('of work that says its parts on the way begins with the first of them, and has nothing to wipe before', () => {
    const terminal = terminalOf(true);
    const idle = partsBar(terminal);
    idle.end();
    expect(terminal.written).toEqual([]);
    const bar = partsBar(terminal);
    bar.tell(0, 8, 'hear_child');
    bar.tell(2, 8, 'best_interests');
    bar.end();
    expect(terminal.written[1]).toContain('25 %  2 / 8  best_interests');
    expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
  });
});
