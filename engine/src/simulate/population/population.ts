import * as z from 'zod';
import { idSchema, referenceSchema } from '../../vocabulary/ids.ts';
import { textSchema } from '../../vocabulary/text.ts';

const share = z.number().min(0).max(1);

/** A number drawn: a constant, evenly between two, by a lowest, most usual and highest, or by a mean (exponential). */
export const measureSchema = z.union([
  z.number(),
  z.strictObject({ uniform: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ triangular: z.tuple([z.number(), z.number(), z.number()]) }),
  z.strictObject({ exponential: z.number().positive() }),
]);
export type Measure = z.infer<typeof measureSchema>;

type Answered = { readonly answered?: number | undefined };
type Value = boolean | number | string | readonly string[];

/**
 * How the values of a fact are spread. `answered` is the share of children for whom it is answered at all (1 when absent).
 * Values of time are told from the moment of recording; a negative number of days lies ahead.
 */
export type Distribution =
  | (Answered & { readonly value: Value })
  /** By value: `true` and `false` for a boolean, whole numbers as text. Weights need not add up to anything. */
  | (Answered & { readonly weights: Readonly<Record<string, number>> })
  | (Answered & { readonly number: Measure })
  | (Answered & { readonly yearsAgo: Measure })
  | (Answered & { readonly daysAgo: Measure })
  /** For a list of values: each with its own chance. */
  | (Answered & { readonly chances: Readonly<Record<string, number>> })
  /** For records: one list of rows of several, each field with its own distribution. */
  | (Answered & { readonly lists: readonly RowList[] })
  /** By the value of an earlier fact. */
  | (Answered & {
      readonly by: string;
      readonly cases: Readonly<Record<string, Distribution>>;
      readonly else?: Distribution | undefined;
    })
  /** By whether a rule answers yes on what is known. */
  | (Answered & {
      readonly when: string;
      readonly so: Distribution;
      readonly else?: Distribution | undefined;
    });
export type RowList = {
  readonly weight?: number | undefined;
  readonly rows: readonly Readonly<Record<string, Distribution>>[];
};

const answered = share.optional();
const weights = z.record(z.string().max(200), z.number().min(0));

export const distributionSchema: z.ZodType<Distribution> = z.lazy(() =>
  z.union([
    z.strictObject({
      value: z.union([
        z.boolean(),
        z.number(),
        z.string().max(10_000),
        z.array(z.string().max(200)).max(200),
      ]),
      answered,
    }),
    z.strictObject({ weights, answered }),
    z.strictObject({ number: measureSchema, answered }),
    z.strictObject({ yearsAgo: measureSchema, answered }),
    z.strictObject({ daysAgo: measureSchema, answered }),
    z.strictObject({ chances: z.record(z.string().max(200), share), answered }),
    z.strictObject({ lists: z.array(rowListSchema).min(1).max(100), answered }),
    z.strictObject({
      by: idSchema,
      cases: z.record(z.string().max(200), distributionSchema),
      else: distributionSchema.optional(),
      answered,
    }),
    z.strictObject({
      when: idSchema,
      so: distributionSchema,
      else: distributionSchema.optional(),
      answered,
    }),
  ]),
);

const rowListSchema: z.ZodType<RowList> = z.lazy(() =>
  z.strictObject({
    weight: z.number().min(0).optional(),
    rows: z.array(z.record(idSchema, distributionSchema)).max(50),
  }),
);

const facts = z.record(idSchema, distributionSchema);

const stepSchema = z.strictObject({
  /** Answers given in this step alone, also where the fact was known before. */
  facts: facts.optional(),
  /** How often each possible event is chosen, by weight; 0 is never. Events not named weigh 1. */
  events: z.record(idSchema, z.number().min(0)).optional(),
  /** Hours until somebody can begin, that cost nobody time. */
  waitsHours: measureSchema.optional(),
  /** Minutes of work, in the hours of the role. */
  takesMinutes: measureSchema.optional(),
  /** Who does it, of those who may. */
  role: idSchema.optional(),
});

const staffSchema = z.strictObject({
  /** How many people of this role a district has. */
  people: z.number().int().min(1).max(100_000),
  /** Open cases that one of them may carry; further cases wait. */
  caseload: z.number().int().min(1).optional(),
  /** Works day and night, not only in the hours of the pack's calendar. */
  always: z.boolean().optional(),
});

/**
 * An invented population: which children come, who works for them and how long it takes. Everything may be left out: what is
 * not said is derived from the pack. Times: hours are of the clock, minutes of work.
 */
export const populationSchema = z.strictObject({
  /** Nobody in it exists: said by the author, and on everything made from it. */
  invented: z.literal(true),
  title: textSchema.optional(),
  note: textSchema.optional(),
  start: z.iso.datetime({ offset: true }).optional(),
  /** Days after the last arrival until counting stops. */
  horizonDays: z.number().int().min(1).max(7_300).optional(),
  /** Arrivals in one district, at any hour. */
  arrivalsPerDay: z.number().min(0.001).max(10_000).optional(),
  /** Children of one district before the next, with the same staff, begins; a year of arrivals when absent. */
  casesPerDistrict: z.number().int().min(1).max(100_000).optional(),
  facts: facts.optional(),
  steps: z.record(idSchema, stepSchema).optional(),
  /** What may happen to a child at any time: facts become known, or an event is reported if it is possible then. */
  anyTime: z
    .array(
      z.strictObject({
        chance: share,
        afterDays: measureSchema,
        facts: facts.optional(),
        event: idSchema.optional(),
      }),
    )
    .max(100)
    .optional(),
  staff: z.record(idSchema, staffSchema).optional(),
  /** By what children are counted apart; `bands` are the lower ends of bands of a number. */
  groups: z
    .record(
      idSchema,
      z.strictObject({ label: textSchema.optional(), fact: idSchema, bands: z.array(z.number()).optional() }),
    )
    .optional(),
  /** A need arises when a rule turns to yes, and is met when a step is left, an event reported or another rule says yes. */
  needs: z
    .record(idSchema, z.strictObject({ label: textSchema.optional(), when: idSchema, met: referenceSchema }))
    .optional(),
  /** Failed attempts to leave a step before the case counts as stuck there. */
  patience: z.number().int().min(1).max(1_000).optional(),
});
export type Population = z.infer<typeof populationSchema>;
