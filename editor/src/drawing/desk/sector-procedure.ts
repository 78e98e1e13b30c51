import { type Pack, type PackFiles, parsePack, type Text, writePack } from '@parcours/engine';

type Words = { readonly report: Text; readonly reported: Text };
export type Sector = Pack['roles'][string]['sector'];

/** Those to whom the other sectors report. */
const RECEIVING: Sector = 'social';

/**
 * A sector's own procedure: the empty page, with that sector's functions as the base names them, and its duty to report to child
 * protection as one step. The steps of the base are not copied: cut out of their paths, they would promise what no path keeps.
 * Everything rests on practice, for the committee to decide and to cite its law.
 */
export function sectorProcedure(empty: PackFiles, base: Pack, sector: Sector, words: Words): PackFiles {
  const { parsed } = parsePack(empty);
  if (parsed?.kind !== 'procedure') throw new TypeError('The empty procedure is no procedure.');
  const { pack } = parsed;
  const main = pack.machine.states['main'];
  const receive = main?.states?.['receive_report'];
  const step = pack.steps['receive_report'];
  if (!main || !receive || step?.kind !== 'work') throw new TypeError('The empty procedure has changed.');
  const own = rolesIn(base, sector);
  const receiving = sector === RECEIVING ? [] : rolesIn(base, RECEIVING).slice(0, 1);
  const actors = own.filter(([, { reports }]) => reports !== false).map(([id]) => id);
  const kept = Object.fromEntries(
    Object.entries(pack.roles).filter(([id]) => actors.length === 0 || id === 'child'),
  );
  const roles = { ...Object.fromEntries([...own, ...receiving]), ...kept };
  const who = actors.length > 0 ? actors : Object.keys(kept).filter((id) => id !== 'child');
  const sections: Pack = {
    ...pack,
    machine: {
      ...pack.machine,
      states: {
        main: {
          ...main,
          states: {
            receive_report: { ...receive, on: { report_received: [{ target: '#report_to_protection' }] } },
            report_to_protection: {
              id: 'report_to_protection',
              on: { report_passed_on: [{ target: '#closed' }] },
            },
            ...Object.fromEntries(
              Object.entries(main.states ?? {}).filter(([id]) => id !== 'receive_report'),
            ),
          },
        },
      },
    },
    steps: {
      ...pack.steps,
      receive_report: { ...step, who },
      report_to_protection: {
        kind: 'work',
        title: words.report,
        who,
        ...(receiving.length > 0 && { with: receiving.map(([id]) => id) }),
        order: 2,
        basis: 'practice',
      },
      ...Object.fromEntries(
        Object.entries(pack.steps).flatMap(([id, entry]) =>
          entry.kind === 'end' ? [[id, { ...entry, order: 3 }]] : [],
        ),
      ),
    },
    events: { ...pack.events, report_passed_on: { label: words.reported, basis: 'practice' } },
    roles,
  };
  return writePack({ kind: 'procedure', pack: sections, hash: '' });
}

function rolesIn({ roles }: Pack, sector: Sector) {
  return Object.entries(roles).filter(([, role]) => role.sector === sector);
}
