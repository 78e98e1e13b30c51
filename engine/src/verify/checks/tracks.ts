import { type Check, error } from '../check.ts';
import type { Node, Outline } from '../outline.ts';

/** `main` exists and can end; every other track starts in an idle step, so that a case can be open without it. */
export const tracks: Check = function* (outline) {
  const { nodes, byId, pack } = outline;
  const all = nodes.filter((node) => node.kind === 'track');
  if (byId.get('main')?.kind !== 'track' && all.length > 0) {
    yield error('track.no_main', 'machine/states', 'There is no track "main"; every case follows it.');
  }
  for (const track of all) {
    if (track.children.length === 0) {
      yield error('track.empty', track.path, `The track "${track.id}" has no step; add one.`, {
        track: track.id,
      });
    } else if (track.id === 'main') {
      if (!kindsIn(outline, 'main').includes('end')) {
        yield error(
          'track.no_end',
          track.path,
          'No step of "main" is of kind "end", so no case can close; add one.',
          { track: 'main' },
        );
      }
    } else if (openingKind(outline, track) !== 'idle') {
      const message = `The track "${track.id}" must start in a step of kind "idle".`;
      yield error('track.no_idle', `${track.path}/initial`, message, { track: track.id });
    }
  }
  for (const node of nodes) {
    const kind = stepKind(pack, node);
    if (kind === 'idle' && node.track === 'main') {
      yield error(
        'track.idle_in_main',
        `steps/${node.id}/kind`,
        '"main" is never closed while a case is open; use another kind.',
        { step: node.id },
      );
    }
    if (kind === 'end' && node.kind === 'final') {
      const message = `"${node.id}" joins parallel work and ends no case; take its entry or its kind "end" away.`;
      yield error('step.final_end', `steps/${node.id}/kind`, message, { step: node.id });
    }
  }
};

function stepKind(pack: Outline['pack'], node: Node): string | undefined {
  return Object.hasOwn(pack.steps, node.id) ? pack.steps[node.id]?.kind : undefined;
}

function kindsIn({ nodes, pack }: Outline, track: string): (string | undefined)[] {
  return nodes
    .filter((node) => node.track === track && node.kind === 'leaf')
    .map((node) => stepKind(pack, node));
}

/** Kind of the step a track opens in; undefined when `initial` names nothing. */
function openingKind({ pack }: Outline, track: Node): string | undefined {
  let node: Node | undefined = track;
  while (node && node.children.length > 0) {
    const { initial }: { initial?: string | undefined } = node.state;
    node = node.children.find((child) => child.id === initial);
  }
  return node && stepKind(pack, node);
}
