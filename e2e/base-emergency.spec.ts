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
} from './worker.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a boy with burns: danger opens the emergency, a judge keeps the uncle away, the case is closed', async ({
  at,
}) => {
  const awa = await at('awa');
  const reference = await openCase(awa, 'Protéger un enfant en danger', {
    'Date et heure du signalement': NOW,
    'Canal du signalement': 'service de santé',
    'Préoccupations de protection': ['violence physique'],
    'Qui signale': 'professionnel tenu de signaler',
  });
  await entrust(awa, 'Superviseur', 'Benoît Inventé');
  await entrust(awa, 'Comité de protection (instance multisectorielle)', 'Gisèle Inventée');
  await entrust(awa, 'Unité de police ou gendarmerie chargée des mineurs', 'Daouda Inventé');
  await entrust(awa, 'Juge des enfants ou de la famille', 'Estelle Inventée');
  await entrust(awa, 'Professionnel de santé', 'Fidèle Inventé');
  await report(awa, 'Recevoir le signalement', 'Le signalement est reçu et écrit');

  await test.step('danger answered in the form opens the emergency beside the case', async () => {
    await work(
      awa,
      'Évaluer le danger immédiat',
      {
        'Danger immédiat': true,
        'Besoin médical urgent': false,
        'L’auteur présumé peut atteindre l’enfant': true,
        'Risque d’automutilation ou de suicide': false,
      },
      'Le danger immédiat est évalué',
    );
    await expectOpen(awa, 'Identifier et enregistrer l’enfant', 'Mettre l’enfant en sécurité');
    await findNoFault(awa);
  });

  const daouda = await at('daouda');
  await findCase(daouda, reference);
  await work(
    daouda,
    'Mettre l’enfant en sécurité',
    {
      'Comment l’enfant a été mis en sécurité': ['emmené dans un lieu sûr'],
      'Parole de l’enfant recueillie avant la mesure d’urgence': 'par une conversation',
      'Ce que l’enfant a dit, avec ses mots (dernière écoute)': '« Pas chez mon oncle. » (parole inventée)',
    },
    'L’enfant est en sécurité',
  );

  await test.step('a placement needs a basis, and two people', async () => {
    const estelle = await at('estelle');
    await findCase(estelle, reference);
    const decision = step(estelle, 'Décider de la suite de l’urgence');
    await answer(decision, {
      'Danger constaté et motifs de la décision': 'Brûlures récentes, menace répétée (exemple inventé).',
      Placements: {
        rows: [
          {
            'Pour quoi': 'urgence',
            Où: 'famille d’accueil',
            'Fondement juridique': 'aucun',
            'Personne ou lieu d’accueil': 'famille d’accueil inventée',
            'Accueil agréé et contrôlé': true,
            Fratrie: 'pas de fratrie',
            'Où il en est': 'en cours',
            Début: NOW,
          },
        ],
      },
    });
    await expect(decision).toContainText(
      'Le placement a un fondement juridique que la loi du pays admet : Non',
    );
    await answer(decision, { Placements: { rows: [{ 'Fondement juridique': 'ordonnance du juge' }] } });
    await propose(estelle, 'Décider de la suite de l’urgence', 'Un placement d’urgence est décidé', {
      reason: 'Aucun adulte sûr dans la famille ce soir (exemple inventé).',
      ...byEstelle('2026-A-12'),
    });
    await confirm(daouda, reference, 'Un placement d’urgence est décidé');
  });

  await comeBack(awa);
  await register(awa, { 'Nom et prénoms de l’enfant': 'Koffi Inventé', 'Date de naissance': '2017-11-02' });

  const benoit = await at('benoit');
  await acceptCase(benoit, reference, 'moyen');
  await test.step('the measure is looked at again by somebody else, the child heard', async () => {
    await work(
      benoit,
      'Réexaminer la mesure d’urgence',
      {
        'Intérêt supérieur examiné pendant l’urgence le': NOW,
        'Autorité judiciaire avisée de l’urgence le': NOW,
        'Les parents savent où est l’enfant': 'non, ce serait dangereux pour l’enfant (motif écrit)',
        ...NO_DANGER,
        'Parole de l’enfant recueillie avant la mesure d’urgence': 'par une conversation',
      },
      'La mesure d’urgence est confirmée',
      { reason: 'Le danger demeure, l’enfant veut rester (exemple inventé).', ...BY_BENOIT },
    );
    await expectOpen(benoit, 'Attendre le relais durable');
  });

  await test.step('what the child tells opens the way to the judge', async () => {
    await comeBack(awa);
    await work(
      awa,
      'Rencontrer l’enfant, seul d’abord',
      {
        'Comment l’enfant a été vu': 'vu seul',
        'Premier contact avec l’enfant le': NOW,
        'Confidentialité et ses limites expliquées': true,
        ...NO_DANGER,
        'Auteurs présumés': {
          rows: [{ 'Lien avec l’enfant': 'autre membre de la famille', 'Vit avec l’enfant': false }],
        },
        'Un parent ou gardien est mis en cause': false,
        'Infraction présumée contre l’enfant': true,
        'La loi oblige à informer l’autorité': true,
      },
      'L’enfant a été rencontré seul',
    );
    await expectOpen(awa, 'Soigner et examiner', 'Saisir le procureur ou le juge');
  });

  const fidele = await at('fidele');
  await findCase(fidele, reference);
  await work(
    fidele,
    'Soigner et examiner',
    {
      'Examen médical réalisé le': NOW,
      'Certificat médical': 'délivré',
      'Soins post-exposition (72 h / 120 h)': 'sans objet',
    },
    'Les soins et l’examen ont eu lieu',
  );
  await comeBack(daouda);
  await work(
    daouda,
    'Saisir le procureur ou le juge',
    { 'Procureur ou juge saisi le': NOW, 'Ce qui est demandé à l’autorité': 'les deux' },
    'L’autorité judiciaire est saisie',
  );
  const estelle = await at('estelle');
  await comeBack(estelle);
  await work(
    estelle,
    'Assurer la représentation de l’enfant',
    { 'Représentation de l’enfant': 'avocat' },
    'L’enfant est représenté',
  );

  await comeBack(awa);
  await work(
    awa,
    'Informer et recueillir l’accord',
    { 'Accord de l’enfant': 'donné', 'Accord du parent ou gardien': 'donné' },
    'L’accord, ou le motif d’agir, est recueilli',
  );
  await work(
    awa,
    'Enquête sociale et audition protégée',
    {
      'Enquête sociale déposée le': NOW,
      'Parole de l’enfant recueillie avant la décision du juge': 'par une conversation',
      'Auditions de l’enfant par la police ou la justice': {
        rows: [
          {
            Le: NOW,
            'Par qui (fonction)': 'enquêtrice formée (inventée)',
            Enregistrée: true,
            'Personne de confiance présente': true,
            'En présence de l’auteur présumé': false,
          },
        ],
      },
    },
    'L’enquête est déposée, l’enfant entendu',
  );
  await comeBack(estelle);
  await work(
    estelle,
    'Attendre la décision du juge',
    {
      'Mesures judiciaires de protection': {
        rows: [
          {
            Mesure: 'éloignement de l’auteur présumé',
            'Numéro de l’acte': '2026-17',
            'Décidée le': inDays(0),
            'Prend fin le': inDays(120),
            'Où elle en est': 'en vigueur',
          },
        ],
      },
      'La mesure en vigueur prend fin le': inDays(120),
    },
    'Le juge ordonne une mesure',
    byEstelle('2026-17'),
  );
  await test.step('the uncle is kept away: the emergency hands over and ends', async () => {
    await comeBack(benoit);
    await work(
      benoit,
      'Attendre le relais durable',
      {
        'Relais après l’urgence': 'mesure du juge',
        Placements: { rows: [{ 'Où il en est': 'terminé', Fin: NOW }] },
      },
      'Une solution durable a pris le relais',
      BY_BENOIT,
    );
    await expect(step(benoit, 'Attendre le relais durable')).toBeHidden();
  });

  await comeBack(awa);
  await work(
    awa,
    'Évaluer la situation',
    {
      'Évaluation terminée le': NOW,
      'Nombre de sources consultées': 4,
      'Domicile visité': true,
      'Niveau de risque': 'moyen',
      'Capacité protectrice du gardien': 'à soutenir',
      'Séparation familiale': 'avec sa famille',
      ...NO_DANGER,
    },
    'La situation est évaluée',
  );
  await hearChild(awa);
  await assessBestInterests(awa, 'maintien en famille avec appui', 'sociale et judiciaire');
  const gisele = await at('gisele');
  await conferDecide(gisele, reference, 'sociale et judiciaire');
  await comeBack(awa);
  await planTogether(awa, benoit, 'Dormir sans peur');
  await comeBack(awa);
  await referAndConfirm(awa, 'soutien psychosocial');
  await reviewToClose(awa);

  await test.step('a case is not closed while an order runs', async () => {
    await comeBack(benoit);
    await answer(step(benoit, 'Décider la clôture'), {
      'Parole de l’enfant recueillie avant la clôture': 'par une conversation',
      'L’enfant sait pourquoi on ferme et comment revenir': true,
      ...NO_DANGER,
    });
    await expect(
      step(benoit, 'Décider la clôture').getByRole('button', { name: /^La clôture est validée/ }),
    ).toBeHidden();
    await comeBack(estelle);
    await work(
      estelle,
      'Mesure judiciaire en cours',
      { 'Mesures judiciaires de protection': { rows: [{ 'Où elle en est': 'levée' }] } },
      'La mesure est levée',
      byEstelle('2026-41'),
    );
    await comeBack(awa);
    await work(
      awa,
      'Expliquer la fin ou le refus de la mesure',
      { 'La décision a été expliquée à l’enfant et aux parents, avec le recours': true },
      'La suite est expliquée à l’enfant',
    );
  });
  await closeTogether(benoit, gisele, reference);
  await askAfterClosure(awa);
  await expectOpen(awa, 'Clos');

  await openTab(awa, 'Histoire');
  const history = awa.getByRole('tabpanel', { name: 'Histoire' });
  await expect(history).toContainText('Signal : Un danger est vu');
  await expect(history).toContainText('Signal : Une infraction contre l’enfant est présumée');
  await expect(history).toContainText('Décidé par Estelle Inventée, juge des enfants, tribunal (inventé)');
});
