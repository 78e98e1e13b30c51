import { Typography } from '@mantine/core';
import { unbroken } from '@parcours/engine';
import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx';
import { memo } from 'react';

const OPTIONS: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    a: { props: { target: '_blank', rel: 'noreferrer noopener' } },
    img: () => null,
    h1: { component: 'h4' },
    h2: { component: 'h4' },
    h3: { component: 'h4' },
  },
};

/** Longer text of a pack, as Markdown. Raw HTML in it is shown as text, and links open apart. Read anew only when it is another. */
export const Prose = memo(function Prose({ children }: { children: string }) {
  return (
    <Typography className="prose" dir="auto">
      <Markdown options={OPTIONS}>{unbroken(children)}</Markdown>
    </Typography>
  );
});
