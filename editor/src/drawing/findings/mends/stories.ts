import { expectingNow, playedNow } from '../story-edit.ts';
import type { Mender } from './mend.ts';

/** The story expects what happens in it now. */
export const expectNow: Mender = (pack, { path }) => {
  const id = path.split('/')[1] ?? '';
  const story = Object.hasOwn(pack.scenarios, id) ? pack.scenarios[id] : undefined;
  const playback = story && playedNow(pack, story);
  if (!story || !playback || playback.mismatches.length === 0) return [];
  const { acts, expect } = expectingNow(story, playback);
  const at = { section: 'scenarios', id } as const;
  return [
    {
      label: 'expectNow',
      acts: [
        {
          command: 'set_fields',
          args: {
            sets: [
              { ...at, path: ['acts'], value: acts },
              { ...at, path: ['expect'], value: expect },
            ],
          },
        },
      ],
    },
  ];
};
