import { expect } from '@playwright/test';
import { findNoFault } from './no-fault.ts';
import { office as test } from './office.ts';
import {
  answer,
  beginOutcome,
  comeBack,
  confirm,
  entrust,
  expectOpen,
  findCase,
  goTo,
  NOW,
  openCase,
  openTab,
  propose,
  report,
  step,
} from './worker.ts';

const NO_DANGER = {
  'Danger immédiat': false,
  'Besoin médical urgent': false,
  'L’auteur présumé peut atteindre l’enfant': false,
  'Risque d’automutilation ou de suicide': false,
};

test('a girl often absent from school: from the teacher’s call to a closed case', async ({ at }) => {
  const awa = await at('awa');
  const reference = await openCase(awa, 'Protéger un enfant en danger', {
    'Date et heure du signalement': NOW,
    'Canal du signalement': 'école',
    'Préoccupations de protection': ['négligence'],
    'Ce qui a été rapporté, mot pour mot': '« Elle manque deux jours sur trois. » (parole inventée)',
    'Qui signale': 'professionnel tenu de signaler',
  });
  await entrust(awa, 'Superviseur', 'Benoît Inventé');
  await entrust(awa, 'Comité de protection (instance multisectorielle)', 'Gisèle Inventée');
  await report(awa, 'Recevoir le signalement', 'Le signalement est reçu et écrit');

  await test.step('an outcome whose questions are not answered says which', async () => {
    const triage = step(awa, 'Évaluer le danger immédiat');
    await expect(triage).toContainText('À demander d’abord');
    await expect(triage.getByRole('button', { name: /^Le danger immédiat est évalué/ })).toBeHidden();
    await triage.getByRole('button', { name: 'Besoin médical urgent', exact: true }).click();
    await answer(triage, NO_DANGER);
  });
  await findNoFault(awa);
  await report(awa, 'Évaluer le danger immédiat', 'Le danger immédiat est évalué');

  await answer(step(awa, 'Identifier et enregistrer l’enfant'), {
    'Nom et prénoms de l’enfant': 'Fatou Inventée',
    Sexe: 'féminin',
    'Date de naissance': '2015-05-10',
    'Fiabilité de l’âge': 'prouvé par un acte',
    'Aide à la communication nécessaire': 'aucune',
  });
  await report(awa, 'Identifier et enregistrer l’enfant', 'L’enfant est identifié et enregistré');

  const benoit = await at('benoit');
  await findCase(benoit, reference);
  const opening = 'Décider la recevabilité et désigner le gestionnaire de cas';
  await answer(step(benoit, opening), {
    'Décision de recevabilité': 'recevable',
    'Niveau de risque': 'faible',
    'Gestionnaire de cas désigné': 'awa',
    'Dossiers actifs du gestionnaire de cas': 12,
  });
  await report(benoit, opening, 'Le dossier est ouvert et confié', {
    decidedBy: ['Benoît Inventé', 'superviseur', 'service de protection (inventé)'],
  });

  await comeBack(awa);
  await answer(step(awa, 'Rencontrer l’enfant, seul d’abord'), {
    'Comment l’enfant a été vu': 'vu seul',
    'Premier contact avec l’enfant le': NOW,
    'Confidentialité et ses limites expliquées': true,
    ...NO_DANGER,
    'Un parent ou gardien est mis en cause': false,
    'Infraction présumée contre l’enfant': false,
    'La loi oblige à informer l’autorité': false,
  });
  await report(awa, 'Rencontrer l’enfant, seul d’abord', 'L’enfant a été rencontré seul');

  await answer(step(awa, 'Informer et recueillir l’accord'), {
    'Accord de l’enfant': 'donné',
    'Accord du parent ou gardien': 'donné',
  });
  await report(awa, 'Informer et recueillir l’accord', 'L’accord, ou le motif d’agir, est recueilli');

  await test.step('one source is not enough, and the screen says what is asked', async () => {
    const assessment = step(awa, 'Évaluer la situation');
    await answer(assessment, {
      'Évaluation terminée le': NOW,
      'Nombre de sources consultées': 1,
      'Domicile visité': true,
      'Niveau de risque': 'faible',
      'Capacité protectrice du gardien': 'à soutenir',
      'Séparation familiale': 'avec sa famille',
      ...NO_DANGER,
      'Infraction présumée contre l’enfant': false,
    });
    await expect(assessment).toContainText('Au moins deux sources et une visite à domicile : Non');
    await expect(assessment.getByRole('button', { name: /^La situation est évaluée/ })).toBeHidden();
    await answer(assessment, { 'Nombre de sources consultées': 3 });
  });
  await report(awa, 'Évaluer la situation', 'La situation est évaluée');

  await answer(step(awa, 'Recueillir la parole de l’enfant'), {
    'Parole de l’enfant recueillie avant l’évaluation de son intérêt supérieur': 'par une conversation',
    'Ce que l’enfant a dit, avec ses mots (dernière écoute)':
      '« Je veux aller à l’école. » (parole inventée)',
  });
  await report(awa, 'Recueillir la parole de l’enfant', 'La parole de l’enfant est recueillie');

  await answer(step(awa, 'Évaluer l’intérêt supérieur'), {
    'Intérêt supérieur évalué le': NOW,
    'Conclusion sur l’intérêt supérieur': 'maintien en famille avec appui',
    'Pourquoi cette solution est la meilleure pour cet enfant':
      'Options comparées par écrit (exemple inventé).',
    'Détermination formelle requise (panel ou juge)': false,
    'Orientation du dossier': 'intervention sociale',
  });
  await report(awa, 'Évaluer l’intérêt supérieur', 'L’intérêt supérieur est évalué', {
    decidedBy: ['Awa Inventée', 'gestionnaire de cas', 'service de protection (inventé)'],
  });

  await answer(step(awa, 'Élaborer le plan d’intervention'), {
    'Objectifs du plan': {
      rows: [
        {
          'Objectif, dit simplement': 'Retour à l’école',
          'Qui s’en charge': 'gestionnaire de cas',
          'Où on en est': 'en cours',
        },
      ],
    },
    'Plan convenu avec l’enfant': true,
    'Plan prêt le': NOW,
  });
  await report(awa, 'Élaborer le plan d’intervention', 'Le plan est prêt à être vérifié');

  await comeBack(benoit);
  await answer(step(benoit, 'Vérifier et valider le plan'), {
    'Suite donnée à l’opinion de l’enfant': 'suivie',
  });
  await report(benoit, 'Vérifier et valider le plan', 'Le plan est validé', {
    decidedBy: ['Benoît Inventé', 'superviseur', 'service de protection (inventé)'],
  });

  await comeBack(awa);
  await answer(step(awa, 'Orienter vers les services'), {
    'Orientations vers les services': {
      rows: [{ Service: 'éducation', Accord: 'donné', 'Où elle en est': 'envoyée', 'Envoyée le': NOW }],
    },
  });
  await report(awa, 'Orienter vers les services', 'Les orientations sont envoyées');
  await answer(step(awa, 'Vérifier que le service est rendu'), {
    'Orientations vers les services': { rows: [{ 'Où elle en est': 'service rendu', 'Réponse le': NOW }] },
  });
  await report(awa, 'Vérifier que le service est rendu', 'Les services ont répondu');

  await test.step('a wrong date of birth is corrected, with its reason, and both stand in the history', async () => {
    await openTab(awa, 'Faits');
    await awa.getByRole('textbox', { name: 'Chercher un fait' }).fill('naissance');
    await awa.getByRole('button', { name: 'Corriger : Date de naissance' }).click();
    const dialog = awa.getByRole('dialog', { name: 'Corriger : Date de naissance' });
    await answer(dialog, { 'Date de naissance': '2015-06-10' });
    await dialog.getByRole('textbox', { name: 'Motif' }).fill('Acte de naissance relu (exemple inventé).');
    await dialog.getByRole('button', { name: 'Corriger', exact: true }).click();
    await expect(dialog).toBeHidden();
    await openTab(awa, 'Maintenant');
  });

  await answer(step(awa, 'Visiter et suivre'), {
    Visites: { rows: [{ Le: NOW, Pourquoi: 'avant la clôture', 'L’enfant': 'vu seul' }] },
    'Résultat de cette visite': 'enfant vu seul',
    ...NO_DANGER,
  });
  await report(awa, 'Visiter et suivre', 'Le réexamen est ouvert');
  await answer(step(awa, 'Réexaminer le plan et le risque'), {
    'Niveau de risque': 'faible',
    'Atteinte des objectifs': 'tous',
    'Parole de l’enfant recueillie avant le réexamen': 'par une conversation',
    'Motif de clôture': 'objectifs atteints, enfant en sécurité',
  });
  await report(awa, 'Réexaminer le plan et le risque', 'La clôture est proposée');

  await test.step('two people close a case: who proposes cannot confirm', async () => {
    await comeBack(benoit);
    await answer(step(benoit, 'Décider la clôture'), {
      'Parole de l’enfant recueillie avant la clôture': 'par une conversation',
      'L’enfant sait pourquoi on ferme et comment revenir': true,
      ...NO_DANGER,
    });
    const dialog = await beginOutcome(benoit, 'Décider la clôture', 'La clôture est validée');
    await dialog.getByRole('button', { name: 'Proposer à une seconde personne' }).click();
    await expect(dialog).toContainText('À remplir');
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await propose(benoit, 'Décider la clôture', 'La clôture est validée', {
      reason: 'Objectifs atteints, l’enfant est d’accord (exemple inventé).',
      decidedBy: ['Benoît Inventé', 'superviseur', 'service de protection (inventé)'],
    });
    const gisele = await at('gisele');
    await confirm(gisele, reference, 'La clôture est validée');
  });

  await comeBack(awa);
  await expectOpen(awa, 'Prendre des nouvelles après la clôture');
  await answer(step(awa, 'Prendre des nouvelles après la clôture'), {
    'Contact après la clôture': 'enfant rencontré, va bien',
    ...NO_DANGER,
  });
  await report(awa, 'Prendre des nouvelles après la clôture', 'L’enfant va bien après la clôture');
  await expectOpen(awa, 'Clos');

  await openTab(awa, 'Histoire');
  for (const line of [
    'La clôture est validée',
    'Corrigé : Date de naissance',
    'Motif : Acte de naissance relu (exemple inventé).',
    'Le signalement est reçu et écrit',
  ])
    await expect(awa.getByRole('tabpanel', { name: 'Histoire' })).toContainText(line);
  await findNoFault(awa);

  await openTab(awa, 'Carte');
  const map = awa.getByRole('tabpanel', { name: 'Carte' });
  await expect(map.getByText('Ici', { exact: true })).toBeVisible();

  await goTo(awa, 'Dossiers');
  await expect(awa.getByRole('link', { name: new RegExp(reference) })).toBeHidden();
  await awa.getByRole('switch', { name: 'Montrer aussi les dossiers clos' }).check();
  await expect(awa.getByRole('link', { name: new RegExp(reference) })).toContainText('Clos');
});
