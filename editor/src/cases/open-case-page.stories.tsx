import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { useLocation } from 'wouter';
import { answering, offline, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { SAMPLE_ANSWER, SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../fixtures/sample-views.ts';
import { ChooseProcedurePage, OpenCasePage, ProcedureChoices } from './open-case-page.tsx';

const sealed = { ...SAMPLE_SUMMARY, id: 'complaint', sealed: true };
const service = answering({
  'GET /api/packs': {
    packs: [SAMPLE_SUMMARY, { ...SAMPLE_SUMMARY, id: 'benin', jurisdiction: 'BJ' }, sealed],
  },
  'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  'POST /api/cases': SAMPLE_ANSWER,
});

/** The page, and the address to which it leads. */
function Opening() {
  const [path] = useLocation();
  return path === '/cases/new/story-procedure' ? <OpenCasePage pack="story-procedure" /> : <p>{path}</p>;
}

const meta = {
  title: 'cases/open-case-page',
  parameters: { layout: 'fullscreen', path: '/cases/new/story-procedure' },
  beforeEach: service.beforeEach,
  render: () => <Opening />,
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const OPEN = 'Ouvrir le dossier';

export const EverythingMayStayBlank: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: OPEN }));
    await expect(await canvas.findByText('/cases/sample')).toBeVisible();
    await expect(service.asked).toContainEqual({
      route: 'POST /api/cases',
      body: { pack: 'story-procedure', role: 'caseworker' },
    });
  },
};
export const WithFirstFacts: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Téléphone' }));
    await userEvent.click(canvas.getByRole('button', { name: OPEN }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases',
        body: { pack: 'story-procedure', role: 'caseworker', facts: { channel: 'phone' } },
      }),
    );
  },
};
const twoRoles = answering({
  'GET /api/packs': { packs: [{ ...SAMPLE_SUMMARY, roles: ['caseworker', 'supervisor'] }] },
  'POST /api/cases': SAMPLE_ANSWER,
});
export const SomebodyWithTwoFunctions: Story = {
  beforeEach: twoRoles.beforeEach,
  play: async ({ canvas }) => {
    await userEvent.selectOptions(
      await canvas.findByRole('combobox', { name: 'Vous agissez comme' }),
      'supervisor',
    );
    await userEvent.click(canvas.getByRole('button', { name: OPEN }));
    await waitFor(() =>
      expect(twoRoles.asked).toContainEqual({
        route: 'POST /api/cases',
        body: { pack: 'story-procedure', role: 'supervisor' },
      }),
    );
  },
};
export const AWrongValueIsToldBesideItsField: Story = {
  beforeEach: answering({
    'POST /api/cases': refused(422, 'value.invalid', {
      invalid: [{ fact: 'age', code: 'value.too_large', message: 'too large' }],
    }),
  }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Âge' }), '99');
    await userEvent.click(canvas.getByRole('button', { name: OPEN }));
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-fact="age"]')).toHaveTextContent('Ce nombre est trop grand.'),
    );
    await expect(canvas.getByRole('textbox', { name: /Âge/ })).toHaveValue('99 ans');
  },
};
export const Refused: Story = {
  beforeEach: answering({ 'POST /api/cases': refused(403, 'pack.no_role') }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: OPEN }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Aucune de vos fonctions');
  },
};
export const NoNetwork: Story = {
  beforeEach: answering({ 'POST /api/cases': offline }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: OPEN }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Pas de réseau');
  },
};
export const ChoosingAProcedure: Story = {
  render: () => <ChooseProcedurePage />,
  play: async ({ canvasElement }) => {
    // A complaint is opened through the complaint door only.
    await waitFor(() =>
      expect(
        [...canvasElement.querySelectorAll('[data-pack]')].map((row) => row.getAttribute('href')),
      ).toEqual(['/cases/new/story-procedure', '/cases/new/benin']),
    );
  },
};
export const NoProcedureToChoose: Story = { render: () => <ProcedureChoices packs={[]} /> };
export const LongText: Story = {
  render: () => <ProcedureChoices packs={[{ ...SAMPLE_SUMMARY, title: { fr: LONG } }]} />,
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
