import { Typography } from '@mantine/core';
import Markdown from 'markdown-to-jsx';

/** Longer text of a pack, as Markdown. Raw HTML in it is shown as text, and links open apart. */
export function Prose({ children }: { children: string }) {
  return (
    <Typography className="prose" dir="auto">
      <Markdown
        options={{
          disableParsingRawHTML: true,
          forceBlock: true,
          overrides: {
            a: { props: { target: '_blank', rel: 'noreferrer noopener' } },
            img: () => null,
            h1: { component: 'h4' },
            h2: { component: 'h4' },
            h3: { component: 'h4' },
          },
        }}
      >
        {children}
      </Markdown>
    </Typography>
  );
}
