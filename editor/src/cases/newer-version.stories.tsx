import type { MigrationPlan } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { answering, refused, silent } from '../fixtures/answering.ts';
import { atMeeting } from '../fixtures/sample-case.ts';
import { SAMPLE_ANSWER, SAMPLE_PACK_VIEW, SAMPLE_SUMMARY, viewOf } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { MigrationDialog } from './migration-dialog.tsx';
import { MigrationPlanView } from './migration-plan-view.tsx';
import { NewerVersion } from './newer-version.tsx';
import { ObstacleList } from './obstacle-list.tsx';

const view = viewOf(atMeeting());
const NEXT = 'f'.repeat(64);
const newer = { ...SAMPLE_SUMMARY, hash: NEXT, version: '2.0.0' };
const plan: MigrationPlan = {
  case: 'sample',
  from: view.file.pack,
  to: { ...view.file.pack, version: '2.0.0', hash: NEXT },
  ok: true,
  obstacles: [],
  steps: [
    { from: 'meet', to: 'meet' },
    { from: 'receive', to: 'decide' },
  ],
  opens: ['make_safe'],
  closes: ['closed'],
  deadlines: [
    {
      row: 'meeting_deadline#1',
      deadline: 'meeting_deadline',
      state: 'meet',
      change: 'earlier',
      before: '2026-03-04T09:00:00.000Z',
      after: '2026-03-03T09:00:00.000Z',
      legal: true,
      overdue: false,
      cites: [],
    },
    {
      row: 'order#1',
      deadline: 'order',
      state: 'meet',
      change: 'kept',
      legal: false,
      overdue: true,
      cites: [],
    },
    {
      row: 'new#1',
      deadline: 'new',
      state: 'meet',
      change: 'armed',
      after: '2026-03-09T09:00:00.000Z',
      legal: false,
      overdue: false,
      cites: [],
    },
  ],
  facts: { forgotten: ['channel'], renamed: [], initial: [] },
  effects: [],
};
const obstacles: MigrationPlan['obstacles'] = [
  { code: 'step.no_counterpart', of: 'meet', message: '' },
  { code: 'step.crowded', of: 'meet', message: '' },
  { code: 'deadline.later', of: 'meeting_deadline#1', message: '' },
  { code: 'deadline.gone', of: 'gone#2', message: '' },
  { code: 'safeguard.lost', of: 'heard', message: '' },
];

const service = answering({
  'GET /api/packs': { packs: [newer] },
  'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  'POST /api/cases/:id/migration/plan': plan,
  'POST /api/cases/:id/migration': SAMPLE_ANSWER,
});

const meta = {
  component: NewerVersion,
  subcomponents: { MigrationDialog, MigrationPlanView, ObstacleList },
  decorators: [withPack],
  beforeEach: service.beforeEach,
  args: { view, account: 'amina' },
} satisfies Meta<typeof NewerVersion>;
export default meta;
type Story = StoryObj<typeof meta>;

const look = async (canvas: ReturnType<typeof within>) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Voir ce qui changerait' }));
  return screen.findByRole('dialog', { name: /à la version 2\.0\.0/ });
};

export const TheCaseIsMoved: Story = {
  play: async ({ canvas }) => {
    const dialog = await look(canvas);
    await waitFor(() =>
      expect(within(dialog).getByText(/Rencontrer l’enfant, seul d’abord : la même/)).toBeVisible(),
    );
    await expect(dialog.querySelector('[data-change="earlier"]')).toHaveTextContent(/mar\..*plus tôt/);
    await expect(dialog.querySelector('[data-change="armed"]')).toHaveTextContent(/aucune.*nouvelle/);
    await expect(dialog.querySelector('[data-change="kept"]')).toHaveTextContent(/déjà manquée/);
    const move = within(dialog).getByRole('button', { name: 'Passer ce dossier à la version 2.0.0' });
    await expect(move).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Motif/ }), 'Le comité l’a validée.');
    await userEvent.click(move);
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/migration',
        body: { to: NEXT, reason: 'Le comité l’a validée.' },
      }),
    );
    await waitFor(() => expect(screen.getByText('Le dossier suit la version 2.0.0.')).toBeVisible());
  },
};
export const ItIsKeptOnItsVersion: Story = {
  beforeEach: answering({ 'POST /api/cases/:id/migration/plan': { ...plan, ok: false, obstacles } })
    .beforeEach,
  play: async ({ canvas }) => {
    const dialog = await look(canvas);
    await waitFor(() =>
      expect(
        within(dialog).getByText(/Rencontrer l’enfant, seul d’abord » n’a pas d’équivalent/),
      ).toBeVisible(),
    );
    await expect(within(dialog).getByText(/L’échéance légale « Voir l’enfant » viendrait/)).toBeVisible();
    await expect(within(dialog).queryByRole('button', { name: /Passer ce dossier/ })).toBeNull();
  },
};
export const RefusedMeanwhile: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/migration': () =>
      refused(409, 'event.refused', {
        refusal: {
          code: 'migration',
          missing: [],
          rules: [],
          tracks: [],
          heardAt: [],
          roles: [],
          call: [],
          parameters: [],
          migration: obstacles.slice(0, 1),
        },
      }),
  }).beforeEach,
  play: async ({ canvas }) => {
    const dialog = await look(canvas);
    await userEvent.type(await within(dialog).findByRole('textbox', { name: /Motif/ }), 'Validée.');
    await userEvent.click(within(dialog).getByRole('button', { name: /Passer ce dossier/ }));
    await waitFor(() => expect(within(dialog).getByText(/n’a pas d’équivalent/)).toBeVisible());
  },
};
export const OnTheNewestVersion: Story = {
  beforeEach: answering({ 'GET /api/packs': { packs: [{ ...newer, hash: view.file.pack.hash }] } })
    .beforeEach,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const CarriedBySomebodyElse: Story = {
  args: { account: 'sami' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(service.asked.length).toBeGreaterThan(0));
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const PlanIsComing: Story = {
  beforeEach: answering({ 'POST /api/cases/:id/migration/plan': silent }).beforeEach,
  play: async ({ canvas }) => {
    const dialog = await look(canvas);
    await expect(within(dialog).getByRole('status')).toBeVisible();
  },
};
export const Phone: Story = {
  globals: { viewport: { value: 'mobile1' } },
  play: async ({ canvas }) => {
    const dialog = await look(canvas);
    await within(dialog).findByText(/la même/);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
