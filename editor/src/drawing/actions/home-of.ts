import type { Pack } from '@parcours/engine';
import { waysOf } from '../commands/way.ts';
import type { ViewId } from '../views.ts';

/** Where a place is looked at. */
type Home = { readonly view: ViewId; readonly place: string };

/** The view in which a place is at home: an outcome is read at the step where it is reported, a signal among the rules. */
export function homeOf(pack: Pack, place: string): Home {
  const [section = '', id = ''] = place.split('/');
  if (section === 'steps') return { view: 'outline', place };
  if (section === 'machine') return { view: 'outline', place: 'steps/main' };
  if (section === 'rules') return { view: 'rules', place };
  if (section === 'scenarios') return { view: 'findings', place };
  if (section !== 'events') return { view: 'sections', place };
  if (pack.events[id]?.when !== undefined) return { view: 'rules', place };
  const heard = [...waysOf(pack.machine)].find(({ by, name }) => by === 'on' && name === id);
  return { view: 'outline', place: `steps/${heard?.from ?? 'main'}` };
}
