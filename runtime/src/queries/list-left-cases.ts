import type { Text } from '@parcours/engine';
import { gate } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';

const MOST = 500;

/** A case that nobody carries any more, as an administrator sees it: where it is, and nothing of what it holds. */
export type LeftCase = {
  readonly case: string;
  readonly reference: string;
  readonly pack: string;
  readonly agency: string;
  /** Roles that may be given. */
  readonly roles: Readonly<Record<string, Text>>;
};

/** The cases to hand over: administrators only. */
export async function listLeftCases(asked: Asked): Promise<{ readonly cases: readonly LeftCase[] }> {
  const { service, account } = asked;
  if (!gate(account, { act: 'case.hand_over' }).allowed) {
    throw new RequestError('access.refused', 'Only an administrator hands cases over.');
  }
  const cases: LeftCase[] = [];
  for (const { id, reference, agency, file } of await service.store.leftCases(MOST)) {
    const { pack } = await service.pathways.of(file.pack.hash);
    const roles = Object.entries(pack.roles).filter(
      ([, role]) => role.reports !== false && role.sector !== 'family' && role.sector !== 'child',
    );
    cases.push({
      case: id,
      reference,
      agency,
      pack: file.pack.id,
      roles: Object.fromEntries(roles.map(([role, { label }]) => [role, label])),
    });
  }
  await seen(asked, 'case.list_left', ...cases.map((one) => one.case));
  return { cases };
}
