import { expect } from '@playwright/test';
import {
  acceptCase,
  askAfterClosure,
  assessBestInterests,
  BY_BENOIT,
  byEstelle,
  closeTogether,
  conferDecide,
  hearChild,
  NO_DANGER,
  planTogether,
  referAndConfirm,
  register,
  reviewToClose,
  work,
} from './casework.ts';
import { findNoFault } from './no-fault.ts';
import { office as test } from './office.ts';
import {
  answer,
  comeBack,
  confirm,
  entrust,
  expectOpen,
  findCase,
  NOW,
  openCase,
  openTab,
  propose,
  report,
  step,
  today,
} from './worker.ts';

test('Benin: a stay in a CAPE needs one order to enter and another to leave, then the case is closed', async ({
  at,
}) => {
  const awa = await at('awa');
  const reference = await openCase(awa, 'Bénin', {
    'Date et heure du signalement': NOW,
    'Canal du signalement': 'ligne d’écoute (116)',
    'Préoccupations de protection': ['abandon'],
    'Qui signale': 'membre de la communauté',
  });
  await entrust(awa, 'Superviseur', 'Benoît Inventé');
  await entrust(awa, 'Comité de protection (instance multisectorielle)', 'Gisèle Inventée');
  await entrust(awa, 'Juge des enfants (juge des mineurs)', 'Estelle Inventée');
  await report(awa, 'Recevoir le signalement', 'Le signalement est reçu et écrit');
  await work(awa, 'Évaluer le danger immédiat', NO_DANGER, 'Le danger immédiat est évalué');
  await register(awa, { 'Nom et prénoms de l’enfant': 'Sènan Inventé', 'Date de naissance': '2016-09-09' });
  const benoit = await at('benoit');
  await acceptCase(benoit, reference, 'élevé');

  await comeBack(awa);
  await work(
    awa,
    'Rencontrer l’enfant, seul d’abord',
    {
      'Comment l’enfant a été vu': 'vu seul',
      'Premier contact avec l’enfant le': NOW,
      'Confidentialité et ses limites expliquées': true,
      ...NO_DANGER,
      'Un parent ou gardien est mis en cause': false,
      'Infraction présumée contre l’enfant': false,
      'La loi oblige à informer l’autorité': false,
    },
    'L’enfant a été rencontré seul',
  );
  await work(
    awa,
    'Informer et recueillir l’accord',
    {
      'Accord de l’enfant': 'donné',
      'Accord du parent ou gardien': 'impossible à obtenir',
      'Motif d’agir sans accord': 'intérêt supérieur de l’enfant, motivé par deux personnes',
    },
    'L’accord, ou le motif d’agir, est recueilli',
  );
  await work(
    awa,
    'Évaluer la situation',
    {
      'Évaluation terminée le': NOW,
      'Nombre de sources consultées': 3,
      'Domicile visité': true,
      'Niveau de risque': 'élevé',
      'Capacité protectrice du gardien': 'absent',
      'Séparation familiale': 'séparé',
      ...NO_DANGER,
    },
    'La situation est évaluée',
  );
  await hearChild(awa);
  await assessBestInterests(awa, 'prise en charge alternative', 'intervention sociale');
  const gisele = await at('gisele');
  await conferDecide(gisele, reference, 'intervention sociale');
  await comeBack(awa);
  await work(
    awa,
    'Établir le plan de sécurité',
    { 'Plan de sécurité établi le': NOW },
    'Le plan de sécurité est fait avec l’enfant',
  );
  await planTogether(awa, benoit, 'Vivre en sécurité, retrouver la famille');
  await comeBack(awa);
  await referAndConfirm(awa, 'recherche familiale');

  await test.step('without an order of the judge the door of the CAPE stays shut', async () => {
    const estelle = await at('estelle');
    await findCase(estelle, reference);
    const placing = step(estelle, 'Préparer et décider le placement');
    await answer(placing, {
      Placements: {
        rows: [
          {
            'Pour quoi': 'durable',
            Où: 'petit foyer',
            'Fondement juridique': 'ordonnance du procureur',
            'Personne ou lieu d’accueil': 'CAPE inventé',
            'Accueil agréé et contrôlé': true,
            Fratrie: 'pas de fratrie',
            'Où il en est': 'en cours',
            Début: NOW,
          },
        ],
      },
      'Parole de l’enfant recueillie avant le placement': 'par une conversation',
      'L’enfant est préparé à ce changement de lieu': true,
      'Les parents savent où est l’enfant': 'parents introuvables',
    });
    await expect(placing).toContainText(
      'Au Bénin, un séjour en CAPE demande une ordonnance de placement du juge.',
    );
    await expect(placing.getByRole('button', { name: /^Le placement est décidé/ })).toBeHidden();
    await answer(placing, { Placements: { rows: [{ 'Fondement juridique': 'ordonnance du juge' }] } });
    await propose(estelle, 'Préparer et décider le placement', 'Le placement est décidé', {
      reason: 'CAPE agréé, l’enfant est préparé (exemple inventé).',
      ...byEstelle('2026-P-5'),
    });
    await confirm(gisele, reference, 'Le placement est décidé');
  });

  await comeBack(awa);
  await findNoFault(awa);
  await work(
    awa,
    'Accompagner l’enfant au début du placement',
    {
      Visites: { rows: [{ Le: NOW, Pourquoi: 'sur le lieu de placement', 'L’enfant': 'vu seul' }] },
      'Résultat de cette visite': 'enfant vu seul',
      ...NO_DANGER,
      'Les parents savent où est l’enfant': 'parents introuvables',
    },
    'L’enfant est visité sur son lieu de placement',
  );
  await work(
    awa,
    'Rechercher la famille',
    { 'Recherche familiale': 'lien vérifié' },
    'L’état de la recherche est enregistré',
  );

  await test.step('leaving the CAPE waits for the order of withdrawal', async () => {
    await comeBack(benoit);
    const leaving = step(benoit, 'Préparer le retour en famille');
    await answer(leaving, {
      'Le retour en famille a été évalué sur place': true,
      'Le suivi après le retour est convenu': true,
      'L’auteur présumé peut atteindre l’enfant': false,
      Placements: { rows: [{ 'Où il en est': 'terminé', Fin: NOW }] },
      'Parole de l’enfant recueillie avant le retour en famille': 'par une conversation',
    });
    await expect(leaving.getByRole('button', { name: /^Le retour en famille est décidé/ })).toBeHidden();
    await expect(leaving).toContainText('La sortie d’un CAPE demande une ordonnance de retrait.');
    await answer(leaving, { 'Date de l’ordonnance de retrait du CAPE': today() });
    await propose(benoit, 'Préparer le retour en famille', 'Le retour en famille est décidé', BY_BENOIT);
    await confirm(awa, reference, 'Le retour en famille est décidé');
  });

  await reviewToClose(awa, [{}]);
  await closeTogether(benoit, gisele, reference);
  await askAfterClosure(awa);
  await expectOpen(awa, 'Clos');
  await openTab(awa, 'Carte');
  await expect(awa.getByRole('tabpanel', { name: 'Carte' })).toContainText('Instruire l’affaire de l’enfant');
});
