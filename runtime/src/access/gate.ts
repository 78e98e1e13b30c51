/**
 * The one gate. Deny by default: what no line below allows is refused.
 * - A case is its assigned people's, each in the roles they hold and are assigned; nobody else learns that it exists.
 * - While a report waits for a second person, the reporter's colleagues (same agency) who hold a role that may report it
 *   may read the case and answer that report, and do nothing else there.
 * - A sealed case (a complaint) is its officers': accounts holding one of its pack's oversight roles.
 * - A person named in a case never opens it, whatever the role.
 * - Procedures hold nothing personal: everybody reads drafts and comments on them, authors draw, publishers publish.
 * - An administrator manages accounts, and by that sees no case; a case that nobody carries any more they may hand to
 *   somebody else, with a reason, unread, and all cases of a version (sealed ones excepted) to another version, unread too.
 */
import type { Pack } from '@parcours/engine';
import type { StoredAccount, StoredCase } from '../store/store.ts';

export const ADMINISTRATOR = 'administrator';
/** Draws procedures. */
export const AUTHOR = 'author';
/** Publishes what others drew. */
export const PUBLISHER = 'publisher';
/** Roles that belong to the service and to no pack. */
export const SERVICE_ROLES: readonly string[] = [ADMINISTRATOR, AUTHOR, PUBLISHER];

export type Question =
  | {
      readonly act:
        | 'account.manage'
        | 'case.hand_over'
        | 'version.move'
        | 'account.list'
        | 'pack.read'
        | 'draft.read'
        | 'draft.write'
        | 'draft.publish'
        | 'complaint.open';
    }
  | { readonly act: 'case.open'; readonly pack: Pack; readonly sealed: boolean }
  | {
      readonly act: 'case.read' | 'case.write' | 'proposal.settle';
      readonly case: StoredCase;
      readonly pack: Pack;
      /** Reports of the case that wait for a second person. */
      readonly waiting: readonly WaitingReport[];
    };

/** A report that waits: what, in which role, and the agency of who made it. */
export type WaitingReport = {
  readonly event: string;
  readonly by: string;
  readonly role: string;
  readonly agency: string;
};

export type Verdict =
  /** The pack's roles in which the account acts here. */
  { readonly allowed: true; readonly roles: readonly string[] } | { readonly allowed: false };

const NO: Verdict = { allowed: false };
const YES: Verdict = { allowed: true, roles: [] };

const inRoles = (roles: readonly string[]): Verdict => (roles.length > 0 ? { allowed: true, roles } : NO);

/** Roles of the pack that the account holds and that report. */
export function heldRoles(account: StoredAccount, pack: Pack): readonly string[] {
  return account.roles.filter((id) => {
    const role = Object.hasOwn(pack.roles, id) ? pack.roles[id] : undefined;
    return (
      role !== undefined && role.reports !== false && role.sector !== 'family' && role.sector !== 'child'
    );
  });
}

/** Roles by which an account is an officer of a complaint pack. */
export function officerRoles(account: StoredAccount, pack: Pack): readonly string[] {
  return heldRoles(account, pack).filter((id) => pack.roles[id]?.sector === 'oversight');
}

/** Roles by which a colleague may answer reports that wait. Nobody is their own colleague. */
function colleagueRoles(
  account: StoredAccount,
  pack: Pack,
  waiting: readonly WaitingReport[],
): readonly string[] {
  const mayReport = waiting
    .filter((report) => report.by !== account.id && report.agency === account.agency)
    .flatMap((report) => [report.role, ...(pack.events[report.event]?.by ?? [])]);
  return heldRoles(account, pack).filter((role) => mayReport.includes(role));
}

/** May this account do this? */
export function gate(account: StoredAccount, question: Question): Verdict {
  if (!account.active) return NO;
  switch (question.act) {
    case 'account.manage':
    case 'case.hand_over':
    case 'version.move':
      return account.roles.includes(ADMINISTRATOR) ? YES : NO;
    case 'draft.write':
      return account.roles.includes(AUTHOR) ? YES : NO;
    case 'draft.publish':
      return account.roles.includes(PUBLISHER) ? YES : NO;
    case 'account.list':
    case 'pack.read':
    case 'draft.read':
    case 'complaint.open':
      return YES;
    case 'case.open':
      return question.sealed ? NO : inRoles(heldRoles(account, question.pack));
    case 'case.read':
    case 'case.write':
    case 'proposal.settle': {
      const { file, sealed } = question.case;
      if (Object.hasOwn(file.people, account.id)) return NO;
      if (sealed) return inRoles(officerRoles(account, question.pack));
      const held = heldRoles(account, question.pack);
      const assigned = held.filter((role) => file.assignments[role] === account.id);
      if (question.act === 'case.write') return inRoles(assigned);
      const asColleague = colleagueRoles(account, question.pack, question.waiting);
      if (question.act === 'case.read' && assigned.length > 0) return inRoles(assigned);
      return inRoles([...new Set([...assigned, ...asColleague])]);
    }
    default:
      return NO;
  }
}
