/**
 * States of drafts and versions that a person reaches in a long meeting, made at once behind the screens, so that every walk finds
 * them: being drawn with a safeguard broken, in review, approved by all, published over running cases, behind its base.
 */
import { inventedAccount, type Server } from '../server.ts';

/** Addresses of drafts, by their state. */
export type Drafts = Readonly<Record<keyof typeof STATES, string>>;

/** A copy of it is small, has every kind of element, and its cases are not sealed. */
const COPIED = 'complaint';
export const SMALL = 'requests-invented';
const BASE = 'child-protection';

type Patch = { op: 'add' | 'replace' | 'remove'; path: (string | number)[]; value?: unknown };
type Body = Readonly<Record<string, unknown>>;
type Colleague = Awaited<ReturnType<typeof colleague>>;
export type Office = { readonly as: (name: string) => Promise<Colleague> };

/** Asks the service as one of the invented people does. */
async function colleague(demo: Server, name: string) {
  let cookie = '';
  let count = 0;
  const ask = async (method: 'GET' | 'POST', path: string, body?: Body): Promise<Body> => {
    count += 1;
    const answer = await fetch(`${demo.url}/api${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `states-${name}-${Date.now()}-${count}`,
        cookie,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} as ${name}: ${answer.status} ${text.slice(0, 600)}`);
    cookie ||= (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return JSON.parse(text);
  };
  await ask('POST', '/session', inventedAccount(demo, name));
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: Body) => ask('POST', path, body),
  };
}

/** Begins a draft. Resolves to its id. */
export async function begun({ as }: Office, from: Body): Promise<string> {
  return String((await (await as('demo.author')).post('/drafts', { from }))['id']);
}

/** Saves a change of a draft, as its author in another window does. */
export async function changed({ as }: Office, draft: string, ...patches: readonly Patch[]): Promise<void> {
  const author = await as('demo.author');
  const { draft: known } = (await author.get(`/drafts/${draft}`)) as { draft: { revision: number } };
  const change = { kind: 'do', command: 'set_field', names: {}, places: ['pack'], patches, inverse: [] };
  await author.post(`/drafts/${draft}/changes`, { revision: known.revision, changes: [change] });
}

const STEP: Patch['path'] = ['steps', 'acknowledge'];
const waysOf = (step: string, stage: string, event: string): Patch['path'] => [
  ...['machine', 'states', 'main', 'states', stage, 'states', step, 'on', event],
];
const guardOf = (step: string, stage: string, event: string): Patch['path'] => [
  ...waysOf(step, stage, event),
  0,
  'guard',
];
const within = (value: string): Patch => ({
  op: 'replace',
  path: ['deadlines', 'acknowledged_due', 'within'],
  value,
});

/** Two things said about a step: one is answered, one has another text for it. */
async function commented({ as }: Office, draft: string): Promise<void> {
  const [social, oversight] = [await as('demo.social'), await as('demo.oversight')];
  const place = STEP.join('/');
  const said = await social.post(`/drafts/${draft}/comments`, {
    place,
    text: 'Chez nous, qui appelle ? (inventé)',
  });
  const { id } = said['comment'] as { id: string };
  await oversight.post(`/drafts/${draft}/comments/${id}/replies`, {
    text: 'La personne de garde.',
  });
  const patches = [{ op: 'replace', path: [...STEP, 'title', 'fr'], value: 'Confirmer de vive voix' }];
  const suggestion = { kind: 'do', command: 'set_field', names: {}, places: [place], patches, inverse: [] };
  await oversight.post(`/drafts/${draft}/comments`, { place, text: 'Plus simple à lire.', suggestion });
}

/** Opens the review of a draft and has its sectors approve, all of them or the first. */
async function approved(office: Office, draft: string, most = Number.POSITIVE_INFINITY): Promise<void> {
  const author = await office.as('demo.author');
  const { hash } = await author.post(`/drafts/${draft}/review`, { state: 'review' });
  const { sectors } = (await author.get(`/drafts/${draft}/decision`)) as { sectors: { sector: string }[] };
  for (const { sector } of sectors.slice(0, most)) {
    const given = { sector, hash, function: 'Fonction inventée', body: 'Service inventé' };
    await (await office.as(`demo.${sector}`)).post(`/drafts/${draft}/approvals`, given);
  }
}

/** Publishes a changed text of a procedure. Resolves to the id of its draft. */
async function published(office: Office, from: Body, version: string, span: string): Promise<string> {
  const draft = await begun(office, from);
  await changed(office, draft, within(span));
  await approved(office, draft);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const publisher = await office.as('demo.publisher');
  await publisher.post(`/drafts/${draft}/publish`, { version, effective: { from: yesterday } });
  return draft;
}

const named = (id: string, fr: string, en: string, es: string) => ({
  id,
  jurisdiction: 'TG',
  title: { fr: `${fr} (exemple inventé)`, en: `${en} (invented)`, es: `${es} (inventado)` },
});
const opened = async ({ as }: Office) => (await as('demo.oversight')).post('/cases', { pack: SMALL });

/** How each is made, in the order in which they are. */
const STATES = {
  /** Published first, with a case on it; another replaces it later. */
  first: async (office: Office) => {
    const copy = {
      copy: COPIED,
      ...named(SMALL, 'Recevoir une demande', 'Receiving a request', 'Recibir una solicitud'),
    };
    const draft = await published(office, copy, '0.1.0', 'P3D');
    await opened(office);
    return draft;
  },
  /** An adaptation that shortens what its base lengthens afterwards, and in which a story ends otherwise. */
  behind: async (office: Office) => {
    const draft = await begun(office, {
      adapt: SMALL,
      ...named('requests-togo', 'Demandes au Togo', 'Requests in Togo', 'Solicitudes en Togo'),
    });
    const guard = guardOf('tell_authority', 'hearing_complaint', 'authority_told');
    await changed(office, draft, within('P2D'), { op: 'add', path: guard, value: 'withdrawal_is_free' });
    return draft;
  },
  /** Published in the end, with a case on the version before, and one that has come from the first to that one. */
  published: async (office: Office) => {
    await published(office, { pack: SMALL }, '1.0.0', 'P4D');
    const admin = await office.as('demo.admin');
    const { versions } = (await admin.get('/version-moves')) as {
      versions: { pack: string; hash: string; newest?: string }[];
    };
    const from = versions.find(({ pack, newest }) => pack === SMALL && newest !== undefined)?.hash;
    await admin.post('/version-moves', { from, reason: 'Le comité l’a décidé (inventé).' });
    await opened(office);
    return published(office, { pack: SMALL }, '1.1.0', 'P5D');
  },
  adaptation: (office: Office) =>
    begun(office, { adapt: BASE, ...named('child-protection-togo', 'Togo', 'Togo', 'Togo') }),
  /** Being drawn: a safeguard is broken, a step leads nowhere, and something was said. */
  own: async (office: Office) => {
    const draft = await begun(office, { pack: SMALL });
    const unguarded = guardOf('inquire', 'inquiry', 'inquiry_done');
    const nowhere = waysOf('explain_answer', 'inquiry', 'answer_explained');
    await changed(office, draft, { op: 'remove', path: unguarded }, { op: 'remove', path: nowhere });
    await commented(office, draft);
    return draft;
  },
  /** In review: one sector has approved. */
  review: async (office: Office) => {
    const draft = await begun(office, { pack: SMALL });
    // Who acts in it must approve it: a second sector.
    const who = ['complaints_officer', 'child_police'];
    await changed(office, draft, { op: 'replace', path: [...STEP, 'who'], value: who });
    await approved(office, draft, 1);
    await commented(office, draft);
    return draft;
  },
  /** In review: every sector has approved, a translation is missing. */
  approved: async (office: Office) => {
    const draft = await begun(office, { pack: SMALL });
    await changed(office, draft, { op: 'remove', path: [...STEP, 'title', 'es'] });
    await approved(office, draft);
    return draft;
  },
} as const satisfies Readonly<Record<string, (office: Office) => Promise<string>>>;

/** The invented people of a demonstration, each signed in once. */
export function officeOf(demo: Server): Office {
  const known = new Map<string, Promise<Colleague>>();
  const as = (name: string) => {
    const found = known.get(name) ?? colleague(demo, name);
    known.set(name, found);
    return found;
  };
  return { as };
}

/** Brings a demonstration into every state. */
export async function allStates(office: Office): Promise<Drafts> {
  const made: [string, string][] = [];
  for (const [state, make] of Object.entries(STATES)) made.push([state, await make(office)]);

  return Object.fromEntries(made) as Drafts;
}
