import type { Pack } from '@parcours/engine';
import type { StepGuide } from '../guidance/types.ts';
import type { ShownGrounds } from './grounds-note.tsx';
import type { PlacedState } from './states.ts';

type PackStep = Extract<Pack['steps'][string], { kind: 'work' | 'idle' | 'wait' | 'choice' | 'end' }>;
type Stage = Extract<Pack['steps'][string], { kind: 'stage' | 'track' }>;

const isStage = (element: PackStep | Stage): element is Stage =>
  element.kind === 'stage' || element.kind === 'track';

export function stepDefinition(pack: Pack, id: string): PackStep | undefined {
  const found = pack.steps[id];
  return found && !isStage(found) ? found : undefined;
}

export function stageDefinition(pack: Pack, id: string | undefined): Stage | undefined {
  const found = id === undefined ? undefined : pack.steps[id];
  return found && isStage(found) ? found : undefined;
}

/** Every role a `who` may name, whichever fact chooses among them. */
export function rolesOf(who: PackStep['who']): readonly string[] {
  if (!who) return [];
  return Array.isArray(who) ? who : [...new Set(Object.values(who.values).flat())];
}

export function shownRole(pack: Pack, id: string): StepGuide['who'][number] {
  const role = pack.roles[id];
  return { id, label: role?.label ?? {}, sector: role?.sector ?? '' };
}

type Element = { readonly basis?: ShownGrounds['basis']; readonly sources?: readonly string[] | undefined };

export function shownGrounds(pack: Pack, element: Element): StepGuide['grounds'] {
  return {
    ...(element.basis ? { basis: element.basis } : {}),
    sources: (element.sources ?? []).flatMap((id) => {
      const source = pack.sources[id];
      if (!source) return [];
      return [
        {
          id,
          instrument: source.instrument,
          confidence: source.confidence,
          ...(source.article === undefined ? {} : { article: source.article }),
          ...(source.address === undefined ? {} : { address: source.address }),
        },
      ];
    }),
  };
}

/** A step as the procedure writes it, in the shape of a guide, for reading outside any case. */
export function stepOfPack(pack: Pack, placed: PlacedState): StepGuide | undefined {
  const step = stepDefinition(pack, placed.id);
  if (!step) return undefined;
  const roles = (ids: readonly string[] | undefined) => (ids ?? []).map((id) => shownRole(pack, id));
  const stage = stageDefinition(pack, placed.parent);
  const track = stageDefinition(pack, placed.track);
  const form = step.form === undefined ? undefined : pack.forms[step.form];
  return {
    step: placed.id,
    track: placed.track,
    kind: step.kind,
    title: step.title,
    since: '',
    who: roles(rolesOf(step.who)),
    with: roles(step.with),
    present: roles(step.present),
    informed: roles(step.informed),
    tasks: Object.entries(step.tasks ?? {}).map(([id, task]) => ({
      id,
      title: task.title,
      who: roles(rolesOf(task.who)),
      required: task.required ?? false,
      met: 'unknown' as const,
    })),
    deadlines: [],
    documents: step.documents ?? [],
    competencies: step.competencies ?? [],
    events: [],
    grounds: shownGrounds(pack, step),
    mine: false,
    ...(placed.parent === undefined || placed.parent === placed.track ? {} : { stage: placed.parent }),
    ...(stage ? { stageTitle: stage.title } : {}),
    ...(track ? { trackTitle: track.title } : {}),
    ...(step.purpose ? { purpose: step.purpose } : {}),
    ...(step.how ? { how: step.how } : {}),
    ...(step.child ? { child: step.child } : {}),
    ...(form && step.form !== undefined
      ? {
          form: {
            id: step.form,
            label: form.label,
            sections: Object.entries(form.sections).map(([id, section]) => ({
              id,
              label: section.label,
              fields: section.fields.map((field) => ({
                fact: field.fact,
                required: field.required ?? false,
              })),
            })),
          },
        }
      : {}),
  };
}
