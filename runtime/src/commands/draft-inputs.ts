import * as z from 'zod';
import { packIdInput } from './command-inputs.ts';

const textInput = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.string().min(1).max(20_000),
);
const jurisdictionInput = z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|001)$/);
/** As findings name places: `steps/visit/title/fr`. */
export const placeInput = z.string().min(1).max(400);

/** The texts of a folder; their own limits are told as findings. */
const filesInput = z.record(z.string().max(200), z.string().max(1_100_000));

export const beginDraftInput = z.strictObject({
  from: z.union([
    /** The published version of a procedure, to be changed. */
    z.strictObject({ pack: packIdInput }),
    /** A new procedure with the text of another. */
    z.strictObject({ copy: packIdInput, id: packIdInput, title: textInput, jurisdiction: jurisdictionInput }),
    /** A country's adaptation of a procedure. */
    z.strictObject({
      adapt: packIdInput,
      id: packIdInput,
      title: textInput,
      jurisdiction: jurisdictionInput,
    }),
    z.strictObject({ files: filesInput }),
  ]),
});
export type BeginDraftInput = z.infer<typeof beginDraftInput>;

const patchInput = z.strictObject({
  op: z.enum(['add', 'replace', 'remove']),
  path: z
    .array(z.union([z.string().max(100), z.number().int().min(0)]))
    .min(1)
    .max(60),
  value: z.unknown().optional(),
});

export const changeInput = z.strictObject({
  kind: z.enum(['do', 'undo', 'redo']),
  command: z.string().max(60),
  names: z.record(z.string().max(60), textInput),
  places: z.array(placeInput).min(1).max(2_000),
  patches: z.array(patchInput).max(5_000),
  inverse: z.array(patchInput).max(5_000),
  burst: z.string().max(200).optional(),
  /** The writer's own, by which a change whose answer was lost is known to have arrived. */
  mark: z.string().max(60).optional(),
});

export const changeDraftInput = z.strictObject({
  /** The revision that the writer has seen. */
  revision: z.number().int().min(0),
  changes: z.array(changeInput).min(1).max(500),
});
export type ChangeDraftInput = z.infer<typeof changeDraftInput>;

export const penInput = z.union([
  z.strictObject({ act: z.enum(['take', 'ask', 'leave', 'keep']) }),
  z.strictObject({ act: z.literal('give'), to: z.string().min(1).max(100) }),
]);
export type PenInput = z.infer<typeof penInput>;

export const hereInput = z.strictObject({ place: placeInput.optional(), leaving: z.boolean().optional() });
export type HereInput = z.infer<typeof hereInput>;

export const commentInput = z.strictObject({
  place: placeInput,
  text: z.string().trim().min(1).max(4_000),
  suggestion: changeInput.optional(),
});
export type CommentInput = z.infer<typeof commentInput>;

export const replyInput = z.strictObject({ text: z.string().trim().min(1).max(4_000) });
export const settleCommentInput = z.strictObject({ state: z.enum(['open', 'done', 'refused']) });
