import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { calendarSchema } from './calendar.ts';
import { deadlineSchema } from './deadlines.ts';
import { effectSchema } from './effects.ts';
import { eventSchema } from './events.ts';
import { factSchema } from './facts.ts';
import { formSchema } from './forms.ts';
import { machineSchema } from './machine.ts';
import { packJsonSchema } from './pack-json.ts';
import { parameterSchema } from './parameters.ts';
import { roleSchema } from './roles.ts';
import { ruleSchema } from './rules.ts';
import { safeguardSchema } from './safeguards.ts';
import type { scenarioSchema } from './scenario.ts';
import { sourceSchema } from './sources.ts';
import { stepsSchema } from './steps.ts';

/**
 * The sections of a pack and the file each stands in (`machine` in `machine.json`, and so on).
 * `scenarios/<id>.json` and `how/<step>.<lang>.md` are folders; README.md is for readers only.
 */
export const SECTION_SCHEMAS = {
  pack: packJsonSchema,
  machine: machineSchema,
  steps: stepsSchema,
  events: z.record(idSchema, eventSchema),
  rules: z.record(idSchema, ruleSchema),
  facts: z.record(idSchema, factSchema),
  parameters: z.record(idSchema, parameterSchema),
  forms: z.record(idSchema, formSchema),
  deadlines: z.record(idSchema, deadlineSchema),
  effects: z.record(idSchema, effectSchema),
  roles: z.record(idSchema, roleSchema),
  sources: z.record(idSchema, sourceSchema),
  safeguards: z.record(idSchema, safeguardSchema),
  calendar: calendarSchema,
} as const;

export type SectionName = keyof typeof SECTION_SCHEMAS;
export const SECTION_NAMES = Object.keys(SECTION_SCHEMAS) as readonly SectionName[];

/** One whole procedure: every section parsed. What `resolvePack` returns and `compile` takes. */
export type Pack = { readonly [name in SectionName]: z.infer<(typeof SECTION_SCHEMAS)[name]> } & {
  readonly scenarios: Readonly<Record<string, z.infer<typeof scenarioSchema>>>;
};

/**
 * A pack as a folder of texts: file name relative to the folder (`machine.json`, `scenarios/low_risk.json`,
 * `how/hear_child.fr.md`) to its content. How packs reach the engine, which reads no disk.
 */
export type PackFiles = Readonly<Record<string, string>>;

/**
 * What `parsePack` gives. A procedure has every section; an overlay keeps its sections as the raw difference
 * (JSON Merge Patch with the additions of design section 3) until `resolvePack` lays it over what it extends.
 */
export type ParsedPack =
  | { readonly kind: 'procedure'; readonly pack: Pack; readonly hash: string }
  | {
      readonly kind: 'overlay';
      readonly head: Pack['pack'];
      readonly patch: Readonly<Record<string, unknown>>;
      readonly hash: string;
    };
