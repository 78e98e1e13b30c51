/**
 * Invented people and cases to explore with. Everything is done through the real commands on a clock that runs through
 * the packs' own scenarios and ends now, so what is seen is what the service does.
 */
import { randomBytes } from 'node:crypto';
import { addDuration, type Pack, toInstant } from '@parcours/engine';
import { ADMINISTRATOR } from '../access/gate.ts';
import type { Asked, Service } from '../access/who-asks.ts';
import { createApp } from '../app.ts';
import { makeAccount } from '../commands/create-account.ts';
import { openCase } from '../commands/open-case.ts';
import { recordFacts, recordInput } from '../commands/record-facts.ts';
import { overrideInput, reportEvent, reportInput } from '../commands/report-event.ts';
import type { GivenAnswer, WriteRequest } from '../commands/run-once.ts';
import { confirmProposal } from '../commands/settle-proposal.ts';
import { virtualClock } from '../deadlines/virtual-clock.ts';
import { isSealed } from '../packs/pack-shelf.ts';
import { hashPassword } from '../sign-in/password.ts';
import type { StoredAccount } from '../store/store.ts';

type Scenario = Pack['scenarios'][string];
type Act = Scenario['acts'][number];

export type DemoAccount = { readonly name: string; readonly password: string; readonly displayName: string };

const AGENCY = 'Service fictif de démonstration';
/** How far each story is told, so that cases stand at different steps. */
const TOLD = [0.35, 1, 0.6, 0.85, 0.5, 0.7];

const PEOPLE: Readonly<Record<string, string>> = {
  social: 'Awa (personnage fictif), action sociale',
  justice: 'Julio (personnage fictif), justice',
  police: 'Paul (personnage fictif), police',
  health: 'Salma (personnage fictif), santé',
  education: 'Elena (personnage fictif), éducation',
  community: 'Koffi (personnage fictif), communauté',
  oversight: 'Olga (personnage fictif), contrôle et plaintes',
};

type Wanted = { readonly name: string; readonly displayName: string; readonly roles: readonly string[] };

/** One account per sector with every role of it, a second person with them all, and an administrator. */
function wantedAccounts(packs: readonly Pack[]): readonly Wanted[] {
  const bySector = new Map<string, Set<string>>();
  for (const pack of packs) {
    for (const [id, role] of Object.entries(pack.roles)) {
      if (!Object.hasOwn(PEOPLE, role.sector) || role.reports === false) continue;
      bySector.set(role.sector, (bySector.get(role.sector) ?? new Set()).add(id));
    }
  }
  const inSectors = [...bySector].map(([sector, roles]) => ({
    name: `demo.${sector}`,
    displayName: PEOPLE[sector] ?? sector,
    roles: [...roles],
  }));
  const caring = [...bySector]
    .filter(([sector]) => sector !== 'oversight')
    .flatMap(([, roles]) => [...roles]);
  return [
    ...inSectors,
    {
      name: 'demo.second',
      displayName: 'Sacha (personnage fictif), seconde personne',
      roles: [...new Set(caring)],
    },
    { name: 'demo.admin', displayName: 'Ada (personnage fictif), administration', roles: [ADMINISTRATOR] },
  ];
}

async function demoAccounts(service: Service, packs: readonly Pack[]) {
  const password = `demo-${randomBytes(6).toString('base64url')}`;
  const passwordHash = await hashPassword(password);
  const accounts: StoredAccount[] = [];
  for (const wanted of wantedAccounts(packs)) {
    const known = await service.store.accountNamed(wanted.name);
    if (known) {
      const account = { ...known, passwordHash, roles: wanted.roles };
      await service.store.commit([{ kind: 'account', account }]);
      accounts.push(account);
    } else {
      const input = { ...wanted, roles: [...wanted.roles], password, sector: '', agency: AGENCY, place: '' };
      const account = await makeAccount(service, input);
      await service.store.commit([{ kind: 'newAccount', account }]);
      accounts.push(account);
    }
  }
  return { password, accounts };
}

/** Tells one scenario up to a point. Resolves to false when an act was refused that the story has taken. */
async function tellStory(
  real: Service,
  loaded: Pack,
  scenario: Scenario,
  told: number,
  accounts: readonly StoredAccount[],
  isStopping: () => boolean,
) {
  const zone = loaded.pack.timeZone;
  const count = Math.max(1, Math.round(scenario.acts.length * told));
  const acts = scenario.acts.slice(0, count);
  const written = toInstant(scenario.start);
  const whenWritten = (text: string) =>
    text.startsWith('P') ? addDuration(written, text, zone) : toInstant(text);
  const last = whenWritten(acts.at(-1)?.at ?? 'PT0H');
  const shift = Date.parse(real.clock.now()) - 3_600_000 - Date.parse(last);
  const when = (text: string) => new Date(Date.parse(whenWritten(text)) + shift).toISOString();
  const clock = virtualClock(when(scenario.start));
  const { service, sweeper } = createApp({ ...real, clock });
  const second = accounts.find(({ name }) => name === 'demo.second');
  const own = accounts.filter(({ name }) => name !== 'demo.second' && name !== 'demo.admin');
  const holder = (role: string) => own.find(({ roles }) => roles.includes(role));
  const opener = holder(acts[0]?.by?.role ?? '') ?? own.find(({ name }) => name === 'demo.social');
  if (!opener || !second) return false;
  const write = (account: StoredAccount, action: string): WriteRequest => ({
    account,
    action,
    key: `demo-${service.newId()}`,
    method: 'POST',
    path: 'demo',
    body: null,
  });
  const as = (account: StoredAccount): Asked => ({ service, account });

  const [first] = acts;
  if (!first) return false;
  const opensAlone = first.event === undefined;
  if (opensAlone) clock.leapTo(when(first.at));
  const assignments = Object.fromEntries(
    Object.keys(loaded.roles).flatMap((role) => {
      const account = holder(role);
      return account && account !== opener ? [[role, account.id]] : [];
    }),
  );
  const opened = await openCase(as(opener), write(opener, 'case.open'), {
    pack: loaded.pack.id,
    assignments,
    ...(opensAlone && first.facts ? { facts: first.facts } : {}),
  });
  if (opened.status !== 201) return false;
  const id = (opened.body as { case: string }).case;

  const tell = async (act: Act): Promise<GivenAnswer | undefined> => {
    const account = (act.by && holder(act.by.role)) ?? opener;
    const { reason, done, decision, facts, correct, forget } = act;
    const common = { facts, reason, happened: act.happened === undefined ? undefined : when(act.happened) };
    if (act.event !== undefined) {
      const { event } = act;
      const answer = act.override
        ? await reportEvent(as(account), write(account, 'case.override'), id, {
            kind: 'override',
            ...overrideInput.parse({ ...common, event, decision, rules: act.override }),
          })
        : await reportEvent(as(account), write(account, 'case.report'), id, {
            kind: 'report',
            ...reportInput.parse({ ...common, event, decision, done }),
          });
      if (answer.status !== 202) return answer;
      const { proposal } = answer.body as { proposal: string };
      return confirmProposal(as(second), write(second, 'proposal.confirm'), id, proposal, {});
    }
    if (!facts && !correct && !forget) return undefined;
    return recordFacts(
      as(account),
      write(account, 'case.record'),
      id,
      recordInput.parse({ ...common, correct, forget }),
    );
  };

  for (const act of opensAlone ? acts.slice(1) : acts) {
    if (isStopping()) return false;
    clock.leapTo(when(act.at));
    await sweeper.sweep();
    const answer = await tell(act);
    const expected = act.expect?.refused ? 409 : 200;
    if (answer && answer.status !== expected) return false;
  }
  return true;
}

export type Demo = {
  readonly accounts: readonly DemoAccount[];
  /** Tells the invented stories, each once in the life of the database; ends early when `isStopping`. */
  readonly tellStories: (isStopping: () => boolean) => Promise<void>;
};

/** Makes the demonstration's accounts, a new password each time; its cases are told after the server listens. */
export async function seedDemo(service: Service, err: (line: string) => void): Promise<Demo> {
  const packs = service.packs.list().flatMap(({ pack, pathway }) => (pack && pathway ? [pack] : []));
  const { password, accounts } = await demoAccounts(service, packs);
  return {
    accounts: accounts.map(({ name, displayName }) => ({ name, password, displayName })),
    async tellStories(isStopping) {
      const open = packs.filter((pack) => !isSealed(service.packs, pack.pack.id));
      const stories = open.flatMap((pack) =>
        Object.entries(pack.scenarios).map(([id, scenario]) => ({ pack, id, scenario })),
      );
      for (const [index, { pack, id, scenario }] of stories.slice(0, TOLD.length * 2).entries()) {
        if (isStopping()) return;
        const once = `demo ${pack.pack.id} ${id}`;
        if (await service.store.hasHappened(once)) continue;
        await service.store.commit([{ kind: 'once', id: once }]);
        try {
          await tellStory(service, pack, scenario, TOLD[index % TOLD.length] ?? 1, accounts, isStopping);
        } catch (error) {
          err(`A demonstration case stopped: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    },
  };
}
