import type { Json } from '../vocabulary/json.ts';
import type { PackFiles, ParsedPack } from './pack.ts';
import { SECTION_NAMES } from './pack.ts';

type Entries = Readonly<Record<string, Json>>;

/**
 * A pack as the texts of its folder, as people keep them: one file a section, one a scenario, each long how-to text a
 * file of its own. `parsePack` reads the same pack again.
 */
export function writePack(parsed: ParsedPack): PackFiles {
  const sections = (parsed.kind === 'procedure' ? parsed.pack : parsed.patch) as unknown as Entries;
  const files: Record<string, string> = {};
  for (const name of SECTION_NAMES) {
    const section = name === 'steps' ? withoutHow(sections.steps, files) : sections[name];
    if (section !== undefined) files[`${name}.json`] = written(section);
  }
  for (const [id, story] of Object.entries((sections.scenarios ?? {}) as Entries))
    files[`scenarios/${id}.json`] = written(story);
  return files;
}

const written = (value: Json) => `${JSON.stringify(value, undefined, 2)}\n`;

/** The steps, their how-to texts moved to files where a file gives the same text back. */
function withoutHow(steps: Json | undefined, files: Record<string, string>): Json | undefined {
  if (!isEntries(steps)) return steps;
  return Object.fromEntries(
    Object.entries(steps).map(([id, step]) => {
      if (!isEntries(step) || !isEntries(step.how)) return [id, step];
      const kept: Record<string, Json> = {};
      for (const [language, text] of Object.entries(step.how)) {
        if (typeof text === 'string' && text === text.trim() && !text.includes('\r'))
          files[`how/${id}.${language}.md`] = `${text}\n`;
        else kept[language] = text;
      }
      const { how: _, ...rest } = step;
      return [id, Object.keys(kept).length > 0 ? { ...rest, how: kept } : rest];
    }),
  );
}

function isEntries(value: Json | undefined): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
