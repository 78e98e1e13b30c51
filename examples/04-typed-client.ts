/**
 * The whole service in memory, spoken to through its typed client: no server, no file, a clock that stands still until it
 * is told to move. A first account is made, a case opened, an event refused and then taken, a deadline missed: its clock leaps three days
 * ahead, which also ends the session. Everybody is invented.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { compile, type Pack } from '@parcours/engine';
import { createApp, memoryStore, packShelf, virtualClock } from '@parcours/runtime';
import { type Client, createClient } from '@parcours/runtime/client';
import { isProgram, readPack } from './read-pack.ts';

const SETUP_CODE = 'ABCD-EFGH-JKMN';
const SIGN_IN = { name: 'amina', password: 'correct horse battery staple' };
const silent = () => undefined;

/** A service in memory that offers one pack, its clock, and a client that keeps its cookie as a browser does. */
export function startService(pack: Pack) {
  const pathway = compile(pack);
  const clock = virtualClock('2026-03-02T08:00:00.000Z');
  const { id } = pack.pack;
  const { app, sweeper } = createApp({
    store: memoryStore(),
    clock,
    newId: randomUUID,
    newSecret: () => randomBytes(32).toString('base64url'),
    log: { info: silent, warn: silent, error: silent },
    packs: packShelf([{ id, hash: pathway.hash, pack, pathway, chain: [id], findings: [], verdicts: [] }]),
    setupCode: SETUP_CODE,
  });
  let cookie = '';
  const client = createClient('http://parcours.invalid', {
    fetch: async (input, init) => {
      const response = await app.request(input, {
        ...init,
        headers: [...new Headers(init?.headers), ['cookie', cookie]],
      });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return response;
    },
  });
  return { client, clock, sweeper };
}

/** Opens a case and takes it through its first step; gives the steps then open. */
export async function talkToService(
  { client, clock, sweeper }: ReturnType<typeof startService>,
  packId: string,
  tell: (line: string) => void,
): Promise<readonly string[]> {
  await client.api.setup.$post({
    json: {
      code: SETUP_CODE,
      ...SIGN_IN,
      displayName: 'Amina (invented)',
      roles: ['caseworker'],
      sector: 'social',
      agency: 'Invented service',
      place: 'Nowhere',
    },
  });

  const opened = await (await client.api.cases.$post({ json: { pack: packId } })).json();
  const param = { id: opened.case };
  tell(`Case ${opened.reference} stands in ${opened.open.join(', ')}.`);

  const empty = await client.api.cases[':id'].events.$post({ param, json: { event: 'report_received' } });
  const shown = await read(client, opened.case);
  const choice = shown.guide.now
    .flatMap(({ events }) => events)
    .find(({ event }) => event === 'report_received');
  tell(`Without an answer it is refused (${empty.status}): still to tell are ${choice?.missing.join(', ')}.`);

  const facts = { report_received_at: clock.now(), report_channel: 'school', reporter_type: 'professional' };
  const taken = await client.api.cases[':id'].events.$post({
    param,
    json: { event: 'report_received', facts },
  });
  tell(`With answers it is taken (${taken.status}).`);

  clock.leapBy(3 * 86_400_000);
  await sweeper.sweep();
  await client.api.session.$post({ json: SIGN_IN });
  const late = await read(client, opened.case);
  const overdue = late.guide.now.flatMap(({ deadlines }) => deadlines).filter((row) => row.overdue);
  tell(`Three days later: ${overdue.map(({ deadline }) => deadline).join(', ') || 'nothing'} is overdue.`);

  const journal = await (await client.api.cases[':id'].journal.$get({ param })).json();
  tell(`The journal has ${journal.entries.length} entries.`);
  return late.guide.now.map(({ step }) => step);
}

async function read(client: Client, id: string) {
  const answer = await client.api.cases[':id'].$get({ param: { id }, query: {} });
  if (!answer.ok) throw new Error(`The case cannot be read (${answer.status}).`);
  return answer.json();
}

if (isProgram(import.meta.url)) {
  const pack = readPack('child-protection');
  await talkToService(startService(pack), pack.pack.id, console.log);
}
