import { idSchema } from '../vocabulary/ids.ts';
import type { Json } from '../vocabulary/json.ts';
import { problem, type Report } from './report.ts';
import { textFlaw } from './text-flaw.ts';

export const HOW = /^how\/([^/]+)\.([^./]+)\.md$/;

/** `how/<step>.<lang>.md` becomes the `how` of the step in that language. */
export function foldHow(
  texts: ReadonlyMap<string, string>,
  sections: Readonly<Record<string, Json>>,
  report: Report,
): Readonly<Record<string, Json>> {
  const isOverlay = isObject(sections.pack) && sections.pack.kind === 'overlay';
  if (!isObject(sections.steps ?? (isOverlay ? {} : undefined))) return sections;
  const steps: Record<string, Json> = { ...(sections.steps as Record<string, Json> | undefined) };
  for (const [name, text] of texts) {
    const [, step, language] = HOW.exec(name) ?? [];
    if (step === undefined || language === undefined) continue;
    if (!idSchema.safeParse(step).success) {
      report(problem('file.name', name, 'Name the file how/<step>.<language>.md, with the id of a step.'));
      continue;
    }
    const flaw = textFlaw(text);
    if (flaw) report(problem(flaw.code, name, flaw.message, flaw.parameters));
    const entry = steps[step] ?? (isOverlay ? {} : undefined);
    if (!isObject(entry)) {
      report(
        problem(
          'name.unknown',
          name,
          `There is no step "${step}"; rename the file after a step of steps.json.`,
          { name: step },
        ),
      );
      continue;
    }
    const how = entry.how ?? {};
    if (!isObject(how)) continue;
    if (Object.hasOwn(how, language)) {
      report(
        problem('text.twice', name, `steps.json already says how in "${language}"; keep one of the two.`, {
          language,
        }),
      );
      continue;
    }
    steps[step] = { ...entry, how: { ...how, [language]: text.replaceAll('\r\n', '\n').trim() } };
  }
  return Object.keys(steps).length > 0 ? { ...sections, steps } : sections;
}

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
