import { describe, expect, it } from 'vitest';
import { madeAccount, madeCase, madeFile } from '../fixtures/made-case.ts';
import { testApp } from '../fixtures/test-app.ts';
import { gate, type Question, type WaitingReport } from './gate.ts';

function packOf(id: string) {
  const pack = testApp().deps.packs.get(id)?.pack;
  if (!pack) throw new Error(`the pack ${id} is missing`);
  return pack;
}
const pack = packOf('try-out');
const complaint = packOf('try-out-complaint');
const onCase = (
  act: 'case.read' | 'case.write' | 'proposal.settle',
  waiting: readonly WaitingReport[] = [],
): Question => ({
  act,
  case: madeCase('c1'),
  pack,
  waiting,
});

describe('the gate', () => {
  it('denies whatever it does not know', () => {
    const administrator = madeAccount('ada', { roles: ['administrator', 'caseworker'] });
    expect(gate(administrator, { act: 'case.erase' } as unknown as Question).allowed).toBe(false);
  });

  it('denies everything to an account that is not active', () => {
    const gone = madeAccount('anna', { active: false, roles: ['administrator', 'caseworker'] });
    const acts: Question[] = [{ act: 'account.manage' }, { act: 'pack.read' }, onCase('case.read')];
    for (const question of acts) expect(gate(gone, question).allowed).toBe(false);
  });

  it('lets an administrator manage accounts, and by that see no case', () => {
    const administrator = madeAccount('ada', { roles: ['administrator'] });
    expect(gate(administrator, { act: 'account.manage' }).allowed).toBe(true);
    expect(gate(administrator, onCase('case.read')).allowed).toBe(false);
    expect(gate(madeAccount('anna'), { act: 'account.manage' }).allowed).toBe(false);
  });

  it('asks both: the role is held, and assigned in this case', () => {
    expect(gate(madeAccount('anna'), onCase('case.write'))).toEqual({ allowed: true, roles: ['caseworker'] });
    expect(gate(madeAccount('bruno'), onCase('case.read')).allowed).toBe(false);
    expect(gate(madeAccount('anna', { roles: ['supervisor'] }), onCase('case.read')).allowed).toBe(false);
  });

  it('never lets a family or child role act', () => {
    const file = madeFile('c1', { assignments: { child: 'anna' } });
    const question: Question = { act: 'case.read', case: madeCase('c1', { file }), pack, waiting: [] };
    expect(gate(madeAccount('anna', { roles: ['child'] }), question).allowed).toBe(false);
  });

  it('opens a sealed case to its officers alone, assigned or not', () => {
    const file = madeFile('c1', { assignments: { caseworker: 'anna' } });
    const question: Question = {
      act: 'case.read',
      case: madeCase('c1', { sealed: true, file }),
      pack: complaint,
      waiting: [],
    };
    expect(gate(madeAccount('anna'), question).allowed).toBe(false);
    expect(gate(madeAccount('olga', { roles: ['complaints_officer'] }), question).allowed).toBe(true);
  });

  it('lets colleagues answer a report that waits, and nothing more', () => {
    const waiting = [{ event: 'support_decided', by: 'anna', role: 'supervisor', agency: 'agency' }];
    const colleague = madeAccount('carla', { roles: ['supervisor'] });
    expect(gate(colleague, onCase('proposal.settle', waiting)).allowed).toBe(true);
    expect(gate(colleague, onCase('case.read', waiting)).allowed).toBe(true);
    expect(gate(colleague, onCase('case.write', waiting)).allowed).toBe(false);
    expect(gate(colleague, onCase('proposal.settle', [])).allowed).toBe(false);
    expect(gate({ ...colleague, agency: 'other' }, onCase('proposal.settle', waiting)).allowed).toBe(false);
    expect(gate({ ...colleague, roles: ['judge'] }, onCase('proposal.settle', waiting)).allowed).toBe(false);
    const self = madeAccount('anna', { roles: ['supervisor'] });
    expect(gate(self, onCase('proposal.settle', waiting)).allowed).toBe(false);
  });
});
