import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { StayingCases } from './staying-cases.tsx';

const meta = {
  component: StayingCases,
  args: {
    staying: [
      { reference: '26-ABCD', codes: ['deadline.later', 'safeguard.lost'] },
      { reference: '26-EFGH', codes: ['deadline.later'] },
      { reference: '26-JKLM', codes: ['step.no_counterpart', 'step.crowded', 'deadline.gone'] },
      { reference: '26-NPQR', codes: ['server.failed'] },
    ],
  },
} satisfies Meta<typeof StayingCases>;
export default meta;
type Story = StoryObj<typeof meta>;

export const SentencesWithTheirCure: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(
      canvas.getByText(/^Une échéance légale du dossier viendrait plus tard.*Publiez/),
    ).toBeVisible();
    await expect(canvas.getAllByText('26-EFGH')).toHaveLength(1);
    await expect(canvas.getAllByText('26-ABCD')).toHaveLength(2);
    await expect(canvasElement).not.toHaveTextContent(/[a-z]\.[a-z]|_/);
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
