import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Held } from '../fixtures/held.tsx';
import { LONG } from '../fixtures/long-words.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { RecordsInput } from './records-input.tsx';

const fact = samplePack().facts['visits']!;
const rows = [
  { id: 'row_1', day: '2026-03-01', alone: true },
  { id: 'row_2', day: '2026-03-02', note: 'À l’école' },
];

const meta = {
  component: RecordsInput,
  decorators: [withPack],
  render: (args) => <Held of={RecordsInput} args={args} />,
  args: {
    id: 'story-visits',
    fact,
    label: 'Visites',
    help: undefined,
    value: undefined,
    onChange: fn(),
    required: false,
    error: undefined,
    kept: undefined,
  },
} satisfies Meta<typeof RecordsInput>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter une ligne' }));
    await expect(args.onChange).toHaveBeenLastCalledWith([{ id: 'row_1' }]);
    await expect(canvas.getByRole('group', { name: 'Visites, n° 1' })).toBeVisible();
  },
};
export const ARemovedRowLeavesTheNamesOfTheOthers: Story = {
  args: { value: rows },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getAllByRole('button', { name: 'Retirer' })[0]!);
    await expect(args.onChange).toHaveBeenLastCalledWith([rows[1]]);
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter une ligne' }));
    // row_2 stays the row it was: the new one takes a name that nobody has.
    await expect(args.onChange).toHaveBeenLastCalledWith([rows[1], { id: 'row_3' }]);
  },
};
export const AClearedFieldLeavesTheRow: Story = {
  args: { value: [rows[1]!] },
  play: async ({ canvas, args }) => {
    await userEvent.clear(canvas.getByRole('textbox', { name: 'Remarque' }));
    await expect(args.onChange).toHaveBeenLastCalledWith([{ id: 'row_2', day: '2026-03-02' }]);
  },
};
export const WithAnError: Story = { args: { value: rows, error: 'Une ligne n’est pas complète.' } };
export const Required: Story = { args: { required: true, help: 'Chaque visite, même brève.' } };
export const ABlankKeepsWhatIsRecorded: Story = { args: { kept: 'Laisser vide garde : 2 visites' } };
export const LongText: Story = { args: { label: LONG, help: LONG, value: [{ id: 'row_1', note: LONG }] } };
export const Phone: Story = { args: { value: rows }, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { args: { value: rows }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { value: rows }, globals: { direction: 'rtl' } };
