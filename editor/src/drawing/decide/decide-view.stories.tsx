import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, refused } from '../../fixtures/answering.ts';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { AMINA, sessionOf } from '../../fixtures/sample-views.ts';
import { DeskContext } from '../desk/desk-context.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import {
  approvedDecision,
  SAMPLE_DIFF,
  SAMPLE_PLAN,
  SAMPLE_VERSIONS,
  sampleComments,
  sampleDecision,
  sampleMinutes,
  sampleMoves,
  sampleReport,
} from '../fixtures/sample-decision.ts';
import { sampleTable } from '../fixtures/sample-draft.ts';
import { DecideView } from './decide-view.tsx';

const onTheDesk: Decorator = (Story, { parameters }) => (
  <DeskContext value={parameters['alone'] ? undefined : { id: 'd1', pack: 'sample' }}>
    <Story />
  </DeskContext>
);

const service = answering({
  'GET /api/session': sessionOf({ ...AMINA, roles: ['administrator'] }),
  'POST /api/drafts/:id/here': sampleTable({ state: 'review', comments: sampleComments() }),
  'POST /api/drafts/:id/comments': {},
  'POST /api/drafts/:id/comments/:comment/settle': {},
  'POST /api/drafts/:id/comments/:comment/replies': {},
  'GET /api/drafts/:id/decision': approvedDecision(),
  'GET /api/drafts/:id/gate': { state: 'done', report: sampleReport() },
  'GET /api/drafts/:id/minutes': sampleMinutes(),
  'POST /api/drafts/:id/review': { state: 'drawing' },
  'POST /api/drafts/:id/approvals': {},
  'POST /api/drafts/:id/publish': { pack: 'sample', version: '1.2.0', hash: 'a', effective: {} },
  'GET /api/packs/:id/versions': SAMPLE_VERSIONS,
  'GET /api/packs/:id/versions/:hash/diff': SAMPLE_DIFF,
  'GET /api/version-moves': sampleMoves('sample'),
  'POST /api/version-moves/plan': SAMPLE_PLAN,
  'POST /api/version-moves': {},
});

const meta = {
  component: DecideView,
  decorators: [onTheDesk, onTheTable],
  parameters: { drawing: { selected: 'steps/meet' } },
  beforeEach: service.beforeEach,
} satisfies Meta<typeof DecideView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AProposalIsTakenUp: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reprendre le texte proposé' }));
    await expect(lastDrawing().get().log.pack.steps['meet']?.title['fr']).toBe(
      'Aller voir l’enfant chez lui',
    );
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/drafts/d1/comments/c1/settle',
        body: { state: 'done' },
      }),
    );
  },
};
/** What is typed stays while the service has not taken it, and while another part is looked at. */
export const ARemarkThatDidNotArrive: Story = {
  beforeEach: answering({ 'POST /api/drafts/:id/comments': refused(500, 'server.failed') }).beforeEach,
  play: async ({ canvas }) => {
    const said = () => canvas.findByRole('textbox', { name: 'Votre remarque' });
    await userEvent.type(await said(), 'Qui appelle ?');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la remarque' }));
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(await said()).toHaveValue('Qui appelle ?');
    await userEvent.click(canvas.getByRole('tab', { name: 'Procès-verbal' }));
    await userEvent.click(canvas.getByRole('tab', { name: 'Remarques' }));
    await expect(await said()).toHaveValue('Qui appelle ?');
  },
};
/** That the service does not answer is not that nothing was published. */
export const VersionsThatDoNotCome: Story = {
  beforeEach: answering({ 'GET /api/packs/:id/versions': refused(500, 'server.failed') }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Versions et dossiers' }));
    await expect(await canvas.findByRole('button', { name: 'Réessayer' })).toBeVisible();
    await expect(canvas.queryByText('Aucune version publiée.')).toBeNull();
  },
};
export const NothingIsPublishedYet: Story = {
  beforeEach: answering({ 'GET /api/packs/:id/versions': refused(404, 'pack.not_found') }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Versions et dossiers' }));
    await expect(await canvas.findByText('Aucune version publiée.')).toBeVisible();
  },
};
export const PublishedByASecondPerson: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Relecture et publication' }));
    await expect(await canvas.findByText('Rien ne s’oppose à la publication.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Publier cette version' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Publier' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/drafts/d1/publish',
        body: { version: '1.2.0', effective: { from: expect.any(String) } },
      }),
    );
  },
};
export const RefusedBecauseOneHasWritten: Story = {
  beforeEach: answering({ 'POST /api/drafts/:id/publish': refused(409, 'draft.same_person') }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Relecture et publication' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Publier cette version' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Publier' }));
    await waitFor(() =>
      expect(screen.getByText('Vous y avez écrit : une autre personne publie.')).toBeVisible(),
    );
  },
};
export const TheReviewIsEnded: Story = {
  beforeEach: answering({ 'GET /api/drafts/:id/decision': sampleDecision() }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Relecture et publication' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Clore la relecture' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/drafts/d1/review',
        body: { state: 'drawing' },
      }),
    );
  },
};
export const Versions: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Versions et dossiers' }));
    await userEvent.click((await canvas.findAllByRole('button', { name: /^Ce qui change/ }))[0]!);
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0);
    await userEvent.click(await canvas.findByRole('button', { name: 'Voir ce qui leur arriverait' }));
    await expect(await canvas.findByText('4 dossiers pourraient passer.')).toBeVisible();
  },
};
export const Minutes: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Procès-verbal' }));
    await expect(await canvas.findByRole('button', { name: 'Imprimer' })).toBeVisible();
  },
};
export const WithoutADraft: Story = { parameters: { alone: true } };
export const Dark: Story = {
  globals: { scheme: 'dark' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Relecture et publication' }));
    await canvas.findByText('Rien ne s’oppose à la publication.');
  },
};
export const Arabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'المراجعة والنشر' }));
    await canvas.findByText('لا شيء يمنع النشر.');
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const HighContrast: Story = inHighContrast(Dark);
export const HighContrastDark: Story = inHighContrast(Dark, 'dark');
