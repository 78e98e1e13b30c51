import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { withPack } from '../fixtures/with-pack.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';

const meta = { title: 'cases/dialogs', decorators: [withPack] } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const onSend = fn();

export const ACorrectionNeedsAReason: Story = {
  render: () => <CorrectDialog fact="child_name" recorded="Ines" onClose={fn()} onSend={onSend} />,
  play: async () => {
    onSend.mockClear();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nom de l’enfant' }), 'Inès');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await expect(onSend).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Faute de frappe');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await expect(onSend).toHaveBeenCalledWith({
      fact: 'child_name',
      value: 'Inès',
      reason: 'Faute de frappe',
    });
  },
};
export const ItIsNotKnownAfterAll: Story = {
  render: () => <CorrectDialog fact="danger" recorded={false} onClose={fn()} onSend={onSend} />,
  play: async () => {
    onSend.mockClear();
    await userEvent.click(await screen.findByRole('radio', { name: 'En fait, on ne sait pas' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Personne ne l’a vu');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await expect(onSend).toHaveBeenCalledWith({
      fact: 'danger',
      value: undefined,
      reason: 'Personne ne l’a vu',
    });
  },
};
export const TellingDanger: Story = {
  render: () => (
    <RecordDialog
      title="Un danger est vu"
      explain="Compte tout de suite."
      facts={['danger', 'visits']}
      onClose={fn()}
      onSend={fn()}
    />
  ),
};
export const WithAnError: Story = {
  render: () => (
    <RecordDialog
      title="À demander"
      facts={['age']}
      errors={{ age: 'Cette valeur est hors des limites.' }}
      trouble={{
        kind: 'invalid',
        invalid: [{ fact: 'age', code: 'value.bounds', message: 'out of bounds' }],
      }}
      onClose={fn()}
      onSend={fn()}
    />
  ),
};
export const Reason: Story = {
  render: () => (
    <ReasonDialog title="Maintenir" action="Maintenir la décision" onClose={fn()} onSend={fn()} />
  ),
};
export const RightToLeft: Story = {
  render: () => <RecordDialog title="خطر" facts={['danger']} onClose={fn()} onSend={fn()} />,
  globals: { direction: 'rtl' },
};
