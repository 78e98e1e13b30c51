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
    // No answer is given before somebody gave it.
    await expect(scope()).not.toHaveProperty('value');
    await expect(scope()?.confidence).toBe('unknown');
    await userEvent.click(canvas.getByRole('combobox', { name: 'Valeur' }));
    await userEvent.click(await within(document.body).findByRole('option', { name: 'Chacun' }));
    await expect(scope()).toMatchObject({ value: 'chacun', confidence: 'memory' });
  },
};

/** A number of the law that nobody has found yet. */
function withNumber(): Pack {
  const pack = samplePack();
  const age: Pack['parameters'][string] = {
    label: { fr: 'Âge minimum (inventé)', ar: 'السن الدنيا (مختلق)' },
    type: 'integer',
    confidence: 'unknown',
    national: true,
  };
  return { ...pack, parameters: { ...pack.parameters, age } };
}
const age = () => lastDrawing().get().log.pack.parameters['age'];

export const ANumberWaitsEmpty: Story = {
  parameters: { drawing: { pack: withNumber(), selected: 'parameters/age' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'La valeur est connue' }));
    const value = canvas.getByRole('textbox', { name: 'Valeur' });
    await expect(value).toHaveValue('');
    await expect(age()).not.toHaveProperty('value');
    await userEvent.type(value, '13');
    await expect(age()).toMatchObject({ value: 13, confidence: 'memory' });
    await userEvent.click(canvas.getByRole('radio', { name: 'Inconnue : droit national non trouvé' }));
    await expect(age()).not.toHaveProperty('value');
    await expect(age()?.confidence).toBe('unknown');
  },
};
export const FromTheRight: Story = {
  ...AChoice,
  globals: { language: 'ar', direction: 'rtl' },
  play: async () => {},
};
