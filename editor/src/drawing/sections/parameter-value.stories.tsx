import type { Pack } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { ParameterValue } from './parameter-value.tsx';
import { RemoveInner } from './remove-inner.tsx';
import { SectionsView } from './sections-view.tsx';
import { ValuesFields } from './values-fields.tsx';

/** A parameter that is a choice, nobody's law. */
function withChoice(): Pack {
  const pack = samplePack();
  const scope: Pack['parameters'][string] = {
    label: { fr: 'Qui doit informer (inventé)', ar: 'من يجب أن يعلم (مختلق)' },
    type: 'enum',
    confidence: 'unknown',
    basis: 'practice',
  };
  return { ...pack, parameters: { ...pack.parameters, scope } };
}

const meta = {
  title: 'drawing/sections/parameter-value',
  component: SectionsView,
  subcomponents: { ParameterValue, RemoveInner, ValuesFields } as never,
  decorators: [onTheTable],
} satisfies Meta<typeof SectionsView>;
export default meta;
type Story = StoryObj<typeof meta>;

const scope = () => lastDrawing().get().log.pack.parameters['scope'];

export const AChoice: Story = {
  parameters: { drawing: { pack: withChoice(), selected: 'parameters/scope' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('combobox', { name: 'Sorte de réponse' })).toHaveValue('enum');
    await expect(canvas.getByRole('radio', { name: 'La valeur est connue' })).toBeDisabled();
    const name = canvas.getByRole('textbox', { name: 'Nouvelle réponse' });
    await userEvent.type(name, 'Les professionnels{Enter}');
    await userEvent.type(name, 'Chacun{Enter}');
    await userEvent.click(canvas.getByRole('radio', { name: 'La valeur est connue' }));
    await expect(scope()).toMatchObject({ value: 'les_professionnels', confidence: 'memory' });
    await userEvent.click(canvas.getByRole('combobox', { name: 'Valeur' }));
    await userEvent.click(await within(document.body).findByRole('option', { name: 'Chacun' }));
    await expect(scope()?.value).toBe('chacun');
  },
};
export const FromTheRight: Story = {
  ...AChoice,
  globals: { language: 'ar', direction: 'rtl' },
  play: async () => {},
};
