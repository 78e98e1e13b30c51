import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { MarkdownEditor } from './markdown-editor.tsx';

const written = fn();

/** The editor with a text that stays as it was typed. */
function Kept({ value: first }: { value: string }) {
  const [value, setValue] = useState(first);
  return (
    <MarkdownEditor
      label="Comment faire"
      value={value}
      onChange={(next) => {
        written(next);
        setValue(next);
      }}
      onDone={() => undefined}
    />
  );
}

const meta = {
  title: 'drawing/markdown-editor',
  component: Kept,
  subcomponents: { MarkdownEditor },
  args: { value: '- Laissez parler.\n- Notez les **mots exacts**.' },
  beforeEach: () => {
    written.mockClear();
  },
} satisfies Meta<typeof Kept>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('textbox', { name: 'Comment faire' });
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.keyboard(' Merci');
    await waitFor(() =>
      expect(written).toHaveBeenLastCalledWith('- Laissez parler.\n- Notez les **mots exacts**. Merci'),
    );
    await expect(canvas.getByRole('button', { name: 'Liste à puces' })).toBeVisible();
  },
};

/** The rich editor would lose a table: its Markdown is written as it is. */
export const ATableIsKept: Story = {
  args: { value: '| Qui | Quand |\n|---|---|\n| Juge | 48 h |' },
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('textbox', { name: 'Comment faire' });
    await userEvent.type(field, ' !');
    await expect(written).toHaveBeenLastCalledWith('| Qui | Quand |\n|---|---|\n| Juge | 48 h | !');
  },
};
export const Empty: Story = { args: { value: '' } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = {
  args: { value: 'دع الطفل **يتكلم**.' },
  globals: { language: 'ar', direction: 'rtl' },
};
