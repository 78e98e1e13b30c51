/** Stretches of casework that several journeys share, typed form by form through the base pathway's screens. */
import type { Page } from '@playwright/test';
import {
  type Answers,
  answer,
  comeBack,
  confirm,
  type Details,
  findCase,
  NOW,
  propose,
  report,
  step,
} from './worker.ts';

/** The four questions of danger, all answered no. */
export const NO_DANGER: Answers = {
  'Danger immédiat': false,
  'Besoin médical urgent': false,
  'L’auteur présumé peut atteindre l’enfant': false,
  'Risque d’automutilation ou de suicide': false,
};

const SERVICE = 'service de protection (inventé)';
export const BY_AWA: Details = { decidedBy: ['Awa Inventée', 'gestionnaire de cas', SERVICE] };
export const BY_BENOIT: Details = { decidedBy: ['Benoît Inventé', 'superviseur', SERVICE] };
export const BY_GISELE: Details = { decidedBy: ['Gisèle Inventée', 'comité de protection', SERVICE] };
export const byEstelle = (number: string): Details => ({
  decidedBy: ['Estelle Inventée', 'juge des enfants', 'tribunal (inventé)', number],
});

/** Fills in a step's form and reports its outcome. */
export async function work(
  page: Page,
  at: string,
  answers: Answers,
  outcome: string,
  details: Details = {},
): Promise<void> {
  await answer(step(page, at), answers);
  await report(page, at, outcome, details);
}

export async function register(page: Page, child: Answers): Promise<void> {
  await work(
    page,
    'Identifier et enregistrer l’enfant',
    { 'Fiabilité de l’âge': 'prouvé par un acte', 'Aide à la communication nécessaire': 'aucune', ...child },
    'L’enfant est identifié et enregistré',
  );
}

export async function acceptCase(page: Page, reference: string, risk: string): Promise<void> {
  await findCase(page, reference);
  await work(
    page,
    'Décider la recevabilité et désigner le gestionnaire de cas',
    {
      'Décision de recevabilité': 'recevable',
      'Niveau de risque': risk,
      'Gestionnaire de cas désigné': 'Awa Inventée',
      'Dossiers actifs du gestionnaire de cas': 12,
    },
    'Le dossier est ouvert et confié',
    BY_BENOIT,
  );
}

export async function hearChild(page: Page): Promise<void> {
  await work(
    page,
    'Recueillir la parole de l’enfant',
    {
      'Parole de l’enfant recueillie avant l’évaluation de son intérêt supérieur': 'par une conversation',
      'Ce que l’enfant a dit, avec ses mots (dernière écoute)':
        '« Je veux que ça s’arrête. » (parole inventée)',
    },
    'La parole de l’enfant est recueillie',
  );
}

export async function assessBestInterests(page: Page, outcome: string, path: string): Promise<void> {
  await work(
    page,
    'Évaluer l’intérêt supérieur',
    {
      'Intérêt supérieur évalué le': NOW,
      'Conclusion sur l’intérêt supérieur': outcome,
      'Pourquoi cette solution est la meilleure pour cet enfant':
        'Options comparées par écrit (exemple inventé).',
      'Détermination formelle requise (panel ou juge)': false,
      'Orientation du dossier': path,
    },
    'L’intérêt supérieur est évalué',
    BY_AWA,
  );
}

export async function conferDecide(page: Page, reference: string, path: string): Promise<void> {
  await findCase(page, reference);
  await work(
    page,
    'Réunir les acteurs',
    { 'Suite donnée à l’opinion de l’enfant': 'suivie', 'Orientation du dossier': path },
    'La réunion des acteurs a décidé',
    BY_GISELE,
  );
}

/** The caseworker writes the plan, the supervisor checks it. */
export async function planTogether(caseworker: Page, supervisor: Page, goal: string): Promise<void> {
  await work(
    caseworker,
    'Élaborer le plan d’intervention',
    {
      'Objectifs du plan': {
        rows: [
          {
            'Objectif, dit simplement': goal,
            'Qui s’en charge': 'gestionnaire de cas',
            'Où on en est': 'en cours',
          },
        ],
      },
      'Plan convenu avec l’enfant': true,
      'Plan prêt le': NOW,
    },
    'Le plan est prêt à être vérifié',
  );
  await comeBack(supervisor);
  await work(
    supervisor,
    'Vérifier et valider le plan',
    { 'Suite donnée à l’opinion de l’enfant': 'suivie' },
    'Le plan est validé',
    BY_BENOIT,
  );
}

export async function referAndConfirm(page: Page, service: string): Promise<void> {
  await work(
    page,
    'Orienter vers les services',
    {
      'Orientations vers les services': {
        rows: [{ Service: service, Accord: 'donné', 'Où elle en est': 'envoyée', 'Envoyée le': NOW }],
      },
    },
    'Les orientations sont envoyées',
  );
  await work(
    page,
    'Vérifier que le service est rendu',
    {
      'Orientations vers les services': { rows: [{ 'Où elle en est': 'service rendu', 'Réponse le': NOW }] },
    },
    'Les services ont répondu',
  );
}

/** A last visit, then the review that proposes to close. `visits` counts the visits already recorded. */
export async function reviewToClose(page: Page, before: readonly object[] = []): Promise<void> {
  await work(
    page,
    'Visiter et suivre',
    {
      Visites: {
        rows: [...before.map(() => ({})), { Le: NOW, Pourquoi: 'avant la clôture', 'L’enfant': 'vu seul' }],
      },
      'Résultat de cette visite': 'enfant vu seul',
      ...NO_DANGER,
    },
    'Le réexamen est ouvert',
  );
  await work(
    page,
    'Réexaminer le plan et le risque',
    {
      'Niveau de risque': 'faible',
      'Atteinte des objectifs': 'tous',
      'Parole de l’enfant recueillie avant le réexamen': 'par une conversation',
      'Motif de clôture': 'objectifs atteints, enfant en sécurité',
    },
    'La clôture est proposée',
  );
}

/** The supervisor proposes to close and the committee confirms from its own account. */
export async function closeTogether(supervisor: Page, committee: Page, reference: string): Promise<void> {
  await comeBack(supervisor);
  await answer(step(supervisor, 'Décider la clôture'), {
    'Parole de l’enfant recueillie avant la clôture': 'par une conversation',
    'L’enfant sait pourquoi on ferme et comment revenir': true,
    ...NO_DANGER,
  });
  await propose(supervisor, 'Décider la clôture', 'La clôture est validée', {
    reason: 'Objectifs atteints, l’enfant est d’accord (exemple inventé).',
    ...BY_BENOIT,
  });
  await confirm(committee, reference, 'La clôture est validée');
}

export async function askAfterClosure(page: Page): Promise<void> {
  await comeBack(page);
  await work(
    page,
    'Prendre des nouvelles après la clôture',
    { 'Contact après la clôture': 'enfant rencontré, va bien', ...NO_DANGER },
    'L’enfant va bien après la clôture',
  );
}
