import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { clearDrafts } from '../forms/draft.ts';
import { ApiError } from '../session/api-error.ts';
import { FirstFacts } from './first-facts.tsx';

const send = fn();
const pack = samplePack();

const meta = {
  component: FirstFacts,
  decorators: [withPack],
  beforeEach: () => {
    clearDrafts();
    send.mockReset();
    send.mockResolvedValue('answered');
  },
  args: {
    pack,
    draftKey: 'story',
    action: 'Ouvrir le dossier',
    send,
    onTaken: fn(),
    title: 'Premiers faits',
    explain: 'Tout peut rester vide.',
  },
} satisfies Meta<typeof FirstFacts>;
export default meta;
type Story = StoryObj<typeof meta>;

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];
const press = async (canvas: Canvas) =>
  userEvent.click(canvas.getByRole('button', { name: 'Ouvrir le dossier' }));

export const Empty: Story = {
  play: async ({ canvas, args }) => {
    await press(canvas);
    await waitFor(() => expect(args.onTaken).toHaveBeenCalledWith('answered'));
    await expect(send).toHaveBeenCalledWith({});
  },
};
export const Filled: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Téléphone' }));
    await expect(localStorage.getItem('parcours.draft.story')).toBe('{"channel":"phone"}');
    await press(canvas);
    await waitFor(() => expect(args.onTaken).toHaveBeenCalled());
    await expect(send).toHaveBeenCalledWith({ facts: { channel: 'phone' } });
    await expect(localStorage.getItem('parcours.draft.story')).toBeNull();
  },
};
export const Refused: Story = {
  play: async ({ canvas, args }) => {
    send.mockRejectedValue(new ApiError(403, 'access.refused', 'refused'));
    await userEvent.click(canvas.getByRole('radio', { name: 'Téléphone' }));
    await press(canvas);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Vous n’avez pas accès à cela.');
    await expect(canvas.getByRole('radio', { name: 'Téléphone' })).toBeChecked();
    await expect(args.onTaken).not.toHaveBeenCalled();
  },
};
const { title: _, explain: __, ...untitled } = meta.args;
export const ItsFormStandsUnderThePageTitle: Story = {
  render: () => <FirstFacts {...untitled} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 2, name: 'Fiche de signalement' })).toBeVisible();
  },
};
export const AProcedureThatBeginsWithoutAForm: Story = {
  args: {
    pack: {
      ...pack,
      steps: { ...pack.steps, receive: { ...pack.steps['receive']!, kind: 'work', form: undefined } },
    } as typeof pack,
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('Premiers faits')).toBeNull();
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
