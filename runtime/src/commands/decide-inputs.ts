import * as z from 'zod';
import { placeInput } from './draft-inputs.ts';

const hashInput = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 as 64 small hexadecimal digits');
const line = z.string().trim().min(1).max(200);

export const reviewInput = z.strictObject({
  /** `drawing` ends the review, and opens a draft that was closed. */
  state: z.enum(['review', 'drawing']),
});

export const approvalInput = z.strictObject({
  sector: z.string().min(1).max(60),
  /** What one approves: the hash of the text in review, as it was shown. */
  hash: hashInput,
  /** As they stand in the published version; the name is that of the account. */
  function: line,
  body: line,
  /** The act of the body, if it has a name: a decision, a minute, its number. */
  act: line.optional(),
});
export type ApprovalInput = z.infer<typeof approvalInput>;

export const withdrawalInput = z.strictObject({
  sector: z.string().min(1).max(60),
  /** Stands in the minutes. */
  reason: z.string().trim().min(1).max(2000),
});
export type WithdrawalInput = z.infer<typeof withdrawalInput>;

export const publishInput = z.strictObject({
  version: z
    .string()
    .max(60)
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version such as 1.0.0'),
  /** The first day, and perhaps the last, on which new cases open on it, where the procedure applies. */
  effective: z
    .strictObject({ from: z.iso.date(), until: z.iso.date().optional() })
    .refine(({ from, until }) => until === undefined || from <= until, {
      message: 'the last day lies before the first',
      path: ['until'],
    }),
});
export type PublishInput = z.infer<typeof publishInput>;

export const rebaseInput = z.strictObject({
  /** The revision that the writer has seen, and the version of the base that the conflicts were told about. */
  revision: z.number().int().min(0),
  onto: hashInput,
  /** Of each conflict, by its path: what stands afterwards. */
  choices: z.record(placeInput, z.enum(['ours', 'theirs'])),
});
export type RebaseInput = z.infer<typeof rebaseInput>;

export const diffVersionsInput = z.strictObject({ against: hashInput.optional() });
