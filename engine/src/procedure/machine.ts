import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';

/** A rule id, or a combination of guards, or `in`: the machine stands in a state. */
export type Guard =
  | string
  | { readonly type: 'all' | 'any'; readonly params: { readonly of: readonly Guard[] } }
  | { readonly type: 'not'; readonly params: { readonly of: readonly Guard[] } }
  | { readonly type: 'in'; readonly params: { readonly state: string } };

export const guardSchema: z.ZodType<Guard> = z.lazy(() => z.union([idSchema, combinedGuardSchema]));

/** Told apart by `type`, so that a wrong guard is read once and not once for each shape. */
const combinedGuardSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['all', 'any']),
    params: z.strictObject({ of: z.array(guardSchema).min(1).max(50) }),
  }),
  z.strictObject({ type: z.literal('not'), params: z.strictObject({ of: z.array(guardSchema).length(1) }) }),
  z.strictObject({ type: z.literal('in'), params: z.strictObject({ state: idSchema }) }),
]);

/** One way on. `target` is `#id`, strictly inside the same region; absent, the event is heard and nothing moves. */
export const candidateSchema = z.strictObject({
  target: z
    .string()
    .regex(/^#[a-z][a-z0-9_]{0,63}$/, '# and the id of a state')
    .optional(),
  guard: guardSchema.optional(),
  reenter: z.boolean().optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

const candidates = z.array(candidateSchema).min(1).max(100);

export type MachineState = {
  readonly id: string;
  readonly type?: 'parallel' | 'history' | 'final' | undefined;
  readonly history?: 'shallow' | 'deep' | undefined;
  readonly initial?: string | undefined;
  /** Default of a history state. */
  readonly target?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly states?: { readonly [id: string]: MachineState } | undefined;
  readonly on?: { readonly [event: string]: readonly Candidate[] } | undefined;
  readonly always?: readonly Candidate[] | undefined;
  readonly after?: { readonly [deadline: string]: readonly Candidate[] } | undefined;
  readonly onDone?: readonly Candidate[] | undefined;
};

/** The machine subset of XState v5 JSON: no actions, no invoke, no context, delays are deadline ids. */
export const machineStateSchema: z.ZodType<MachineState> = z.lazy(() =>
  z.strictObject({
    id: idSchema,
    type: z.enum(['parallel', 'history', 'final']).optional(),
    history: z.enum(['shallow', 'deep']).optional(),
    initial: idSchema.optional(),
    target: z
      .string()
      .regex(/^#[a-z][a-z0-9_]{0,63}$/)
      .optional(),
    tags: z.array(idSchema).optional(),
    states: z.record(idSchema, machineStateSchema).optional(),
    on: z.record(idSchema, candidates).optional(),
    always: candidates.optional(),
    after: z.record(idSchema, candidates).optional(),
    onDone: candidates.optional(),
  }),
);

/** A parallel root whose regions are the tracks, `main` and others. The root's id is the machine's own. */
export const machineSchema = z.strictObject({
  id: idSchema,
  type: z.literal('parallel'),
  states: z.record(idSchema, machineStateSchema),
});
export type Machine = z.infer<typeof machineSchema>;
