import type * as z from 'zod';
import type { Finding } from '../vocabulary/finding.ts';
import { idSchema } from '../vocabulary/ids.ts';
import { checkLimits } from './check-limits.ts';
import type { SectionName } from './pack.ts';
import { SECTION_SCHEMAS } from './pack.ts';
import { bare } from './patch-findings.ts';
import { problem } from './report.ts';
import { scenarioSchema } from './scenario.ts';
import { schemaFindings } from './schema-findings.ts';

/** Sections that are maps of elements by id. */
export type ElementSection = Exclude<SectionName, 'pack' | 'machine' | 'calendar'> | 'scenarios';

/**
 * What is wrong with one element by itself, at `section/id/...`: for an editor, before the element enters the pack.
 * Names it uses are not looked up. Empty when its schema takes it.
 */
export function checkElement(section: ElementSection, id: string, value: unknown): readonly Finding[] {
  const place = `${section}/${id}`;
  if (!idSchema.safeParse(id).success)
    return [problem('schema.key', place, 'Use an id: small letters, digits and underscores, 64 at most.')];
  return [...checkLimits(section, { [id]: value }), ...checkValue(elementSchema(section), place, value)];
}

/** An element that its schema takes, with what the schema presumes of what is left unsaid: a deadline without `from` counts from the entry. */
export function completeElement(section: ElementSection, value: unknown): unknown {
  const result = (elementSchema(section) as z.ZodType).safeParse(value);
  return result.success ? result.data : value;
}

/** What is wrong with what is not a map of elements: `pack.json`, the machine and the calendar. */
export function checkSection(section: SectionName, value: unknown): readonly Finding[] {
  const beyond = checkLimits(section, value);
  return beyond.length > 0 ? beyond : checkValue(SECTION_SCHEMAS[section], section, value);
}

function checkValue(schema: z.core.$ZodType, place: string, value: unknown): readonly Finding[] {
  const result = (schema as z.ZodType).safeParse(value);
  return result.success ? [] : schemaFindings(place, result.error.issues);
}

function elementSchema(section: ElementSection): z.core.$ZodType {
  if (section === 'scenarios') return scenarioSchema;
  const def = bare(SECTION_SCHEMAS[section])._zod.def;
  if (def.type !== 'record') throw new Error(`${section} is not a map of elements.`);
  return def.valueType;
}
