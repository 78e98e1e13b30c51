/**
 * Invented people and cases to explore with. Everything is done through the real commands on a clock that runs through
 * the packs' own scenarios and ends now, so what is seen is what the service does.
 */
import { addDuration, type Pack, toInstant } from '@parcours/engine';
import type { Asked, Service } from '../access/who-asks.ts';
import { createApp } from '../app.ts';
import { assignRole } from '../commands/assign-role.ts';
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
import type { DemoPeople } from './demo-door.ts';

type Scenario = Pack['scenarios'][string];
type Act = Scenario['acts'][number];

const AGENCY = 'Service fictif de démonstration';
/** How far each story is told, so that cases stand at different steps. */
const TOLD = [0.35, 1, 0.6, 1, 0.85, 0.5, 0.7];
const STORIES = 12;
const CHILDREN = [
  'Inès',
  'Kossi',
  'Luz',
  'Mamadou',
  'Nour',
  'Pilar',
  'Rachid',
  'Sena',
  'Tomás',
  'Yasmine',
].map((name) => `${name} (enfant fictif)`);

async function demoAccounts(service: Service, { password, accounts: people }: DemoPeople) {
  const passwordHash = await hashPassword(password);
  const accounts: StoredAccount[] = [];
  for (const wanted of people) {
    const known = await service.store.accountNamed(wanted.name);
    if (known) {
      const account = { ...known, passwordHash, roles: wanted.roles, sector: wanted.sector };
      await service.store.commit([{ kind: 'account', account }]);
      accounts.push(account);
    } else {
      const input = { ...wanted, roles: [...wanted.roles], password, agency: AGENCY, place: '' };
      const account = await makeAccount(service, input);
      await service.store.commit([{ kind: 'newAccount', account }]);
      accounts.push(account);
    }
  }
  return accounts;
}

const A_DAY_MS = 86_400_000;
/** How Primero names what says who the child is. */
const NAMES: ReadonlySet<string> = new Set(['name', 'name_first', 'name_nickname']);

/** The same answers as many days or hours later, about another invented child. */
function retold(pack: Pack, answers: Readonly<Record<string, unknown>>, shift: number, child: string) {
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, moved(inner)]));
    }
    return typeof value === 'string' ? later(value, shift) : value;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([fact, value]) => [
      fact,
      NAMES.has(pack.facts[fact]?.primero ?? '') ? child : moved(value),
    ]),
  );
}

/** A date or an instant as much later; other words as they are. */
function later(text: string, shift: number): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const days = Math.floor(shift / A_DAY_MS);
    return new Date(Date.parse(text) + days * A_DAY_MS).toISOString().slice(0, 10);
  }
  return /^\d{4}-\d{2}-\d{2}T/.test(text)
    ? new Date(Date.parse(toInstant(text)) + shift).toISOString()
    : text;
}

/** Tells one scenario up to a point. Resolves to false when an act was refused that the story has taken. */
async function tellStory(
  real: Service,
  loaded: Pack,
  scenario: Scenario,
  { told, child }: { readonly told: number; readonly child: string },
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
  const answers = (facts: Act['facts']) => facts && retold(loaded, facts, shift, child);
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
    ...(opensAlone && first.facts ? { facts: retold(loaded, first.facts, shift, child) } : {}),
  });
  if (opened.status !== 201) return false;
  const id = (opened.body as { case: string }).case;

  const given = new Map<string, StoredAccount>();
  const actorOf = (act: Act) => (act.by && (given.get(act.by.role) ?? holder(act.by.role))) ?? opener;
  /** What the same account may not do twice is for the second person, who is given the role. */
  const tell = async (act: Act): Promise<GivenAnswer | undefined> => {
    const answer = await tellAs(actorOf(act), act);
    const role = act.by?.role;
    if (answer?.status !== 409 || act.expect?.refused || role === undefined || given.has(role)) return answer;
    const from = actorOf(act);
    await assignRole(as(from), write(from, 'case.assign'), id, { role, person: second.id });
    given.set(role, second);
    return tellAs(second, act);
  };
  const tellAs = async (account: StoredAccount, act: Act): Promise<GivenAnswer | undefined> => {
    const { reason, done, forget } = act;
    const [facts, correct] = [answers(act.facts), answers(act.correct)];
    const decision = act.decision && { ...act.decision, on: later(act.decision.on, shift) };
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
      const other = account === second ? opener : second;
      return confirmProposal(as(other), write(other, 'proposal.confirm'), id, proposal, {});
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

/** Stories in turn from each procedure, each told once: what a national procedure shares with its base is not told twice. */
function mixedStories(packs: readonly Pack[]) {
  const told = new Set<string>();
  const shared = (id: string) => packs.filter(({ scenarios }) => Object.hasOwn(scenarios, id)).length > 1;
  const waiting = packs.map((pack) => ({
    pack,
    // Its own stories first.
    ids: Object.keys(pack.scenarios).sort((a, b) => Number(shared(a)) - Number(shared(b))),
  }));
  const stories: { readonly pack: Pack; readonly id: string; readonly scenario: Scenario }[] = [];
  while (stories.length < STORIES && waiting.some(({ ids }) => ids.length > 0)) {
    for (const { pack, ids } of waiting) {
      const id = ids.splice(0, ids.findIndex((each) => !told.has(each)) + 1 || ids.length).at(-1);
      const scenario = id === undefined || told.has(id) ? undefined : pack.scenarios[id];
      if (id === undefined || !scenario) continue;
      told.add(id);
      stories.push({ pack, id, scenario });
    }
  }
  return stories;
}

/**
 * Makes the demonstration's accounts, a new password each time, and gives what tells its invented stories: to be called
 * when the server listens; each is told once in the life of the database; it ends early when `isStopping`.
 */
export async function seedDemo(
  service: Service,
  people: DemoPeople,
  err: (line: string) => void,
): Promise<(isStopping: () => boolean) => Promise<void>> {
  const accounts = await demoAccounts(service, people);
  return async (isStopping) => {
    const packs = service.packs
      .list()
      .flatMap(({ pack, pathway }) =>
        pack && pathway && !isSealed(service.packs, pack.pack.id) ? [pack] : [],
      );
    for (const [index, { pack, id, scenario }] of mixedStories(packs).entries()) {
      if (isStopping()) return;
      const once = `demo ${pack.pack.id} ${id}`;
      if (await service.store.hasHappened(once)) continue;
      await service.store.commit([{ kind: 'once', id: once }]);
      try {
        const telling = {
          told: TOLD[index % TOLD.length] ?? 1,
          child: CHILDREN[index % CHILDREN.length] ?? '',
        };
        await tellStory(service, pack, scenario, telling, accounts, isStopping);
      } catch (error) {
        err(`A demonstration case stopped: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
}
