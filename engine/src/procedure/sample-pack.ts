import type { Pack, PackFiles } from './pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from './pack.ts';
import { scenarioSchema } from './scenario.ts';

/**
 * A small invented procedure for tests: it is nobody's law and helps no child.
 * Tracks `main` and `urgent`; a parallel stage `joint` that joins; a signal `danger`; a measure `placed` that
 * a deadline ends; `fresh`, `settles`, a form, a records fact, derived and presumed facts, a parameter.
 * Sound: `parsePack` and `verify` find nothing in it.
 */
const sections = {
  pack: {
    id: 'sample-procedure',
    version: '1.0.0',
    kind: 'procedure',
    title: { en: 'Sample procedure (invented)', fr: 'Procédure d’essai (inventée)' },
    jurisdiction: '001',
    languages: { en: 'unreviewed', fr: 'unreviewed' },
    timeZone: 'Africa/Tunis',
    review: { state: 'unvalidated', validations: [] },
    contacts: { duty_officer: { label: { en: 'Duty officer', fr: 'Agent de permanence' } } },
    reconsider: 'reconsider_decision',
    licence: 'CC-BY-4.0',
    authors: ['Parcours'],
  },
  machine: {
    id: 'sample',
    type: 'parallel',
    states: {
      main: {
        id: 'main',
        initial: 'receive',
        states: {
          receive: { id: 'receive', on: { report_taken: [{ target: '#joint' }] } },
          joint: {
            id: 'joint',
            type: 'parallel',
            states: {
              home: {
                id: 'home',
                initial: 'visit',
                states: {
                  visit: {
                    id: 'visit',
                    on: { visit_done: [{ target: '#home_done', guard: 'child_was_heard' }] },
                  },
                  home_done: { id: 'home_done', type: 'final' },
                },
              },
              health: {
                id: 'health',
                initial: 'examine',
                states: {
                  examine: { id: 'examine', on: { examination_done: [{ target: '#health_done' }] } },
                  health_done: { id: 'health_done', type: 'final' },
                },
              },
            },
            onDone: [{ target: '#sort' }],
          },
          sort: { id: 'sort', always: [{ target: '#support', guard: 'risk_is_low' }, { target: '#decide' }] },
          decide: {
            id: 'decide',
            on: {
              placement_decided: [{ target: '#placed', guard: 'placement_is_justified' }],
              support_agreed: [{ target: '#support' }],
            },
          },
          placed: {
            id: 'placed',
            tags: ['measure'],
            after: { order_ends: [{ target: '#review' }] },
            on: { child_returned: [{ target: '#support' }] },
          },
          review: {
            id: 'review',
            on: {
              placement_decided: [{ target: '#placed', guard: 'placement_is_justified' }],
              child_returned: [{ target: '#support' }],
            },
          },
          support: {
            id: 'support',
            on: { support_ended: [{ target: '#closed', guard: 'is_safe' }, { target: '#decide' }] },
          },
          closed: { id: 'closed', on: { reopened: [{ target: '#joint' }] } },
        },
      },
      urgent: {
        id: 'urgent',
        initial: 'urgent_idle',
        states: {
          urgent_idle: { id: 'urgent_idle', tags: ['idle'], on: { danger: [{ target: '#shelter' }] } },
          shelter: { id: 'shelter', on: { child_sheltered: [{ target: '#urgent_idle' }] } },
        },
      },
    },
  },
  steps: {
    main: { kind: 'track', title: { en: 'Following the child', fr: 'Suivi de l’enfant' }, order: 1 },
    urgent: { kind: 'track', title: { en: 'Emergency', fr: 'Urgence' }, order: 2 },
    joint: {
      kind: 'stage',
      title: { en: 'Looking together', fr: 'Regard croisé' },
      order: 2,
      basis: 'practice',
    },
    home: { kind: 'stage', title: { en: 'At home', fr: 'À la maison' }, order: 1, basis: 'practice' },
    health: { kind: 'stage', title: { en: 'Health', fr: 'Santé' }, order: 2, basis: 'practice' },
    receive: {
      kind: 'work',
      title: { en: 'Receive the report', fr: 'Recevoir le signalement' },
      who: ['caseworker'],
      how: {
        en: 'Write down what was seen, in the words of the person.',
        fr: 'Noter ce qui a été vu, dans les mots de la personne.',
      },
      child: { en: 'The child is not called in for this.', fr: 'L’enfant n’est pas convoqué pour cela.' },
      form: 'report_form',
      deadlines: ['receive_by'],
      order: 1,
      basis: 'practice',
    },
    visit: {
      kind: 'work',
      title: { en: 'Visit the child', fr: 'Rendre visite à l’enfant' },
      who: ['caseworker', 'supervisor'],
      with: ['caregiver'],
      present: ['child'],
      informed: ['supervisor'],
      purpose: { en: 'See the child and listen.', fr: 'Voir l’enfant et l’écouter.' },
      how: { en: 'See the child alone first.', fr: 'Voir d’abord l’enfant seul.' },
      child: { en: 'The child is told why you came.', fr: 'L’enfant sait pourquoi vous venez.' },
      form: 'visit_form',
      fresh: ['child_heard', 'danger_seen'],
      settles: ['danger'],
      tasks: {
        note: {
          title: { en: 'Write the note', fr: 'Rédiger la note' },
          who: ['caseworker'],
          met: 'a_visit_was_noted',
          required: true,
          basis: 'practice',
        },
      },
      deadlines: ['visit_by'],
      order: 3,
      basis: 'standard',
      sources: ['crc_12'],
    },
    examine: {
      kind: 'work',
      title: { en: 'Examine health', fr: 'Examiner la santé' },
      who: ['nurse'],
      how: { en: 'Ask before touching.', fr: 'Demander avant de toucher.' },
      child: { en: 'The child may say no.', fr: 'L’enfant peut dire non.' },
      deadlines: ['visit_by'],
      order: 4,
      basis: 'practice',
    },
    sort: { kind: 'choice', title: { en: 'How serious', fr: 'Quelle gravité' }, order: 5, basis: 'practice' },
    decide: {
      kind: 'work',
      title: { en: 'Decide', fr: 'Décider' },
      who: { by: 'risk', values: { low: ['supervisor'], medium: ['supervisor'], high: ['judge'] } },
      how: { en: 'Hear the child before deciding.', fr: 'Entendre l’enfant avant de décider.' },
      child: {
        en: 'The child hears the decision and its reasons.',
        fr: 'L’enfant apprend la décision et ses raisons.',
      },
      form: 'decision_form',
      deadlines: ['decide_by'],
      order: 6,
      basis: 'practice',
    },
    placed: {
      kind: 'work',
      title: { en: 'Child placed', fr: 'Enfant placé' },
      who: ['caseworker'],
      how: { en: 'Visit every week.', fr: 'Visiter chaque semaine.' },
      child: { en: 'The child knows whom to call.', fr: 'L’enfant sait qui appeler.' },
      deadlines: ['weekly_visit'],
      order: 7,
      basis: 'standard',
      sources: ['crc_9'],
    },
    review: {
      kind: 'work',
      title: { en: 'Review the placement', fr: 'Réviser le placement' },
      who: ['judge'],
      how: { en: 'Look at what changed.', fr: 'Regarder ce qui a changé.' },
      child: { en: 'The child is heard again.', fr: 'L’enfant est entendu de nouveau.' },
      deadlines: ['decide_by'],
      order: 8,
      basis: 'practice',
    },
    support: {
      kind: 'wait',
      title: { en: 'Support under way', fr: 'Accompagnement en cours' },
      who: ['caseworker'],
      how: { en: 'Ask the family how it goes.', fr: 'Demander à la famille comment cela va.' },
      child: { en: 'The child is asked too.', fr: 'L’enfant est interrogé aussi.' },
      form: 'support_form',
      deadlines: ['support_by'],
      order: 9,
      basis: 'practice',
    },
    closed: { kind: 'end', title: { en: 'Closed', fr: 'Clos' }, order: 10, basis: 'practice' },
    urgent_idle: { kind: 'idle', title: { en: 'No emergency', fr: 'Pas d’urgence' }, order: 1 },
    shelter: {
      kind: 'work',
      title: { en: 'Bring the child to safety', fr: 'Mettre l’enfant à l’abri' },
      who: ['caseworker'],
      how: { en: 'Go at once, two of you.', fr: 'Partir aussitôt, à deux.' },
      child: { en: 'Tell the child what happens next.', fr: 'Dire à l’enfant la suite.' },
      deadlines: ['shelter_by'],
      order: 2,
      basis: 'practice',
    },
  },
  events: {
    report_taken: {
      label: { en: 'The report is taken', fr: 'Le signalement est reçu' },
      needs: ['risk'],
      basis: 'practice',
    },
    visit_done: { label: { en: 'The child was visited', fr: 'L’enfant a été visité' }, basis: 'practice' },
    examination_done: {
      label: { en: 'The child was examined', fr: 'L’enfant a été examiné' },
      basis: 'practice',
    },
    placement_decided: {
      label: { en: 'A placement is decided', fr: 'Un placement est décidé' },
      by: ['judge'],
      decision: true,
      secondPerson: true,
      reasoned: true,
      differsFrom: ['visit_done'],
      basis: 'standard',
      sources: ['crc_9'],
    },
    support_agreed: {
      label: { en: 'Support is agreed', fr: 'Un accompagnement est convenu' },
      decision: true,
      basis: 'practice',
    },
    child_returned: {
      label: { en: 'The child returned home', fr: 'L’enfant est rentré' },
      protective: true,
      by: ['caseworker', 'judge'],
      basis: 'practice',
    },
    support_ended: {
      label: { en: 'Support has ended', fr: 'L’accompagnement est terminé' },
      basis: 'practice',
    },
    reopened: {
      label: { en: 'The case is opened again', fr: 'Le dossier est rouvert' },
      by: ['supervisor'],
      reasoned: true,
      basis: 'practice',
    },
    danger: {
      label: { en: 'The child is in danger', fr: 'L’enfant est en danger' },
      when: 'danger_is_seen',
      protective: true,
      basis: 'practice',
    },
    child_sheltered: {
      label: { en: 'The child is safe', fr: 'L’enfant est à l’abri' },
      protective: true,
      basis: 'practice',
    },
  },
  rules: {
    child_was_heard: {
      label: { en: 'The child was heard', fr: 'L’enfant a été entendu' },
      conditions: { all: [{ fact: 'child_heard', operator: 'equal', value: true }] },
      overridable: { by: ['supervisor'], secondPerson: true },
      basis: 'standard',
      sources: ['crc_12'],
    },
    danger_is_seen: {
      label: { en: 'Danger is seen', fr: 'Un danger est vu' },
      conditions: { all: [{ fact: 'danger_seen', operator: 'equal', value: true }] },
      basis: 'practice',
    },
    risk_is_low: {
      label: { en: 'The risk is low', fr: 'Le risque est faible' },
      conditions: { all: [{ fact: 'risk', operator: 'equal', value: 'low' }] },
      basis: 'practice',
    },
    is_a_child: {
      label: { en: 'The person is a child', fr: 'La personne est un enfant' },
      conditions: {
        any: [
          { fact: 'age', operator: 'lessThan', value: { fact: 'majority_age' } },
          {
            all: [
              { fact: 'age', operator: 'known', value: false },
              { fact: 'looks_like_a_child', operator: 'equal', value: true },
            ],
          },
        ],
      },
      basis: 'standard',
      sources: ['crc_1'],
    },
    placement_is_justified: {
      label: { en: 'A placement is justified', fr: 'Un placement est justifié' },
      conditions: {
        all: [
          { condition: 'is_a_child' },
          { condition: 'child_was_heard' },
          { fact: 'risk', operator: 'equal', value: 'high' },
        ],
      },
      basis: 'standard',
      sources: ['crc_9'],
    },
    a_visit_was_noted: {
      label: { en: 'A visit was noted', fr: 'Une visite a été notée' },
      conditions: { all: [{ fact: 'visit_count', operator: 'greaterThanInclusive', value: 1 }] },
      basis: 'practice',
    },
    is_safe: {
      label: { en: 'The child is safe at home', fr: 'L’enfant est en sécurité chez lui' },
      conditions: {
        all: [
          { fact: 'safe_at_home', operator: 'equal', value: true },
          { not: { condition: 'danger_is_seen' } },
        ],
      },
      basis: 'practice',
    },
  },
  facts: {
    risk: {
      label: { en: 'Risk', fr: 'Risque' },
      type: 'enum',
      tier: 1,
      values: {
        low: { label: { en: 'Low', fr: 'Faible' } },
        medium: { label: { en: 'Medium', fr: 'Moyen' } },
        high: { label: { en: 'High', fr: 'Élevé' } },
      },
    },
    danger_seen: { label: { en: 'Danger seen', fr: 'Danger vu' }, type: 'boolean', tier: 1 },
    child_heard: {
      label: { en: 'The child was heard', fr: 'L’enfant a été entendu' },
      type: 'boolean',
      tier: 1,
    },
    safe_at_home: { label: { en: 'Safe at home', fr: 'En sécurité à la maison' }, type: 'boolean', tier: 1 },
    birth_date: { label: { en: 'Date of birth', fr: 'Date de naissance' }, type: 'date', tier: 2 },
    declared_age: {
      label: { en: 'Age declared', fr: 'Âge déclaré' },
      type: 'integer',
      tier: 2,
      min: 0,
      max: 120,
    },
    age: {
      label: { en: 'Age', fr: 'Âge' },
      type: 'integer',
      tier: 2,
      unit: 'years',
      derive: { years: { from: 'birth_date' }, else: 'declared_age' },
    },
    looks_like_a_child: {
      label: { en: 'Taken for a child', fr: 'Considéré comme enfant' },
      type: 'boolean',
      tier: 1,
      presume: { value: true, basis: 'standard', sources: ['crc_1'] },
    },
    visits: {
      label: { en: 'Visits', fr: 'Visites' },
      type: 'records',
      tier: 3,
      fields: {
        visited_on: { label: { en: 'On', fr: 'Le' }, type: 'date', tier: 1, required: true },
        seen_alone: { label: { en: 'Seen alone', fr: 'Vu seul' }, type: 'boolean', tier: 1 },
      },
    },
    visit_count: {
      label: { en: 'Number of visits', fr: 'Nombre de visites' },
      type: 'integer',
      tier: 1,
      derive: { count: { of: 'visits' } },
    },
    order_date: { label: { en: 'Date of the order', fr: 'Date de l’ordonnance' }, type: 'date', tier: 1 },
    order_sought: {
      label: { en: 'An order is sought', fr: 'Une ordonnance est demandée' },
      type: 'boolean',
      tier: 1,
      initial: false,
    },
  },
  parameters: {
    majority_age: {
      label: { en: 'Age of majority', fr: 'Âge de la majorité' },
      type: 'integer',
      value: 18,
      unit: 'years',
      confidence: 'read',
      basis: 'standard',
      sources: ['crc_1'],
    },
    order_length: {
      label: { en: 'Length of an order', fr: 'Durée d’une ordonnance' },
      type: 'duration',
      value: 'P6M',
      confidence: 'read',
      national: true,
      guideline: { value: 'P6M' },
      basis: 'practice',
    },
  },
  forms: {
    report_form: {
      label: { en: 'Report', fr: 'Signalement' },
      sections: {
        what: {
          label: { en: 'What was seen', fr: 'Ce qui a été vu' },
          order: 1,
          fields: [
            { fact: 'risk', required: true, order: 1 },
            { fact: 'danger_seen', order: 2 },
          ],
        },
        who: {
          label: { en: 'The child', fr: 'L’enfant' },
          order: 2,
          fields: [
            { fact: 'birth_date', order: 1 },
            { fact: 'declared_age', order: 2 },
            { fact: 'looks_like_a_child', order: 3 },
          ],
        },
      },
    },
    visit_form: {
      label: { en: 'Visit', fr: 'Visite' },
      sections: {
        visit: {
          label: { en: 'The visit', fr: 'La visite' },
          fields: [
            { fact: 'child_heard', required: true },
            { fact: 'danger_seen', required: true },
            { fact: 'visits' },
          ],
        },
      },
    },
    decision_form: {
      label: { en: 'Decision', fr: 'Décision' },
      sections: {
        order: {
          label: { en: 'The order', fr: 'L’ordonnance' },
          when: 'placement_is_justified',
          fields: [{ fact: 'order_date' }, { fact: 'order_sought' }],
        },
      },
    },
    support_form: {
      label: { en: 'Support', fr: 'Accompagnement' },
      sections: {
        support: { label: { en: 'How it went', fr: 'Bilan' }, fields: [{ fact: 'safe_at_home' }] },
      },
    },
  },
  deadlines: {
    receive_by: {
      label: { en: 'Take the report within a working day', fr: 'Recevoir sous un jour ouvré' },
      within: 'P1D',
      calendar: 'working',
      ends: 'next-working',
      escalation: [
        { at: 50, to: 'caseworker' },
        { at: 100, to: 'supervisor' },
      ],
      basis: 'practice',
    },
    visit_by: {
      label: { en: 'See the child in time', fr: 'Voir l’enfant à temps' },
      within: { by: 'risk', values: { low: 'P7D', medium: 'P3D', high: 'PT24H' } },
      from: { done: 'receive' },
      paused: ['step:shelter'],
      escalation: [
        { at: 80, to: 'caseworker' },
        { at: 100, to: 'supervisor' },
      ],
      basis: 'practice',
    },
    decide_by: {
      label: { en: 'Decide within ten days', fr: 'Décider sous dix jours' },
      within: 'P10D',
      basis: 'practice',
    },
    order_ends: {
      label: { en: 'The order ends', fr: 'L’ordonnance prend fin' },
      within: { parameter: 'order_length' },
      from: { first: [{ fact: 'order_date' }, 'entry'] },
      basis: 'standard',
      sources: ['crc_9'],
    },
    weekly_visit: {
      label: { en: 'A visit a week', fr: 'Une visite par semaine' },
      within: 'P7D',
      met: { rule: 'a_visit_was_noted' },
      basis: 'practice',
    },
    support_by: {
      label: { en: 'Look again after three months', fr: 'Faire le point après trois mois' },
      within: 'P3M',
      basis: 'practice',
    },
    shelter_by: {
      label: { en: 'Safe within two hours', fr: 'À l’abri sous deux heures' },
      within: 'PT2H',
      from: { event: 'danger' },
      escalation: [{ at: 100, to: 'supervisor' }],
      basis: 'practice',
    },
    reconsider_decision: {
      label: { en: 'Look at the decision again', fr: 'Revoir la décision' },
      within: 'P5D',
      basis: 'practice',
    },
  },
  effects: {
    tell_judge: {
      on: { enter: 'step:placed' },
      kind: 'notify',
      to: ['judge'],
      label: { en: 'Tell the judge', fr: 'Prévenir le juge' },
      acknowledge: true,
      basis: 'practice',
    },
    tell_supervisor: {
      on: { event: 'danger' },
      kind: 'notify',
      to: ['supervisor'],
      label: { en: 'Tell the supervisor', fr: 'Prévenir le superviseur' },
      basis: 'practice',
    },
  },
  roles: {
    caseworker: { label: { en: 'Caseworker', fr: 'Gestionnaire de cas' }, sector: 'social', reports: true },
    supervisor: { label: { en: 'Supervisor', fr: 'Superviseur' }, sector: 'social', reports: true },
    nurse: { label: { en: 'Nurse', fr: 'Infirmière' }, sector: 'health', reports: true },
    judge: { label: { en: 'Judge', fr: 'Juge' }, sector: 'justice', reports: true },
    caregiver: { label: { en: 'Caregiver', fr: 'Parent ou tuteur' }, sector: 'family', reports: false },
    child: { label: { en: 'Child', fr: 'Enfant' }, sector: 'child', reports: false },
  },
  sources: {
    crc_1: {
      instrument: {
        en: 'Convention on the Rights of the Child',
        fr: 'Convention relative aux droits de l’enfant',
      },
      article: '1',
      confidence: 'memory',
    },
    crc_9: {
      instrument: {
        en: 'Convention on the Rights of the Child',
        fr: 'Convention relative aux droits de l’enfant',
      },
      article: '9',
      confidence: 'memory',
    },
    crc_12: {
      instrument: {
        en: 'Convention on the Rights of the Child',
        fr: 'Convention relative aux droits de l’enfant',
      },
      article: '12',
      confidence: 'memory',
    },
  },
  safeguards: {
    heard_before_placement: {
      label: { en: 'The child is heard before a placement', fr: 'L’enfant est entendu avant un placement' },
      property: { never: { a: 'tag:measure', unless: 'child_was_heard' } },
      basis: 'standard',
      sources: ['crc_12'],
    },
    return_stays_open: {
      label: { en: 'Returning home stays possible', fr: 'Le retour reste possible' },
      property: { always_possible: { event: 'child_returned', in: ['step:placed', 'step:review'] } },
      basis: 'practice',
    },
  },
  calendar: {
    weekend: [6, 7],
    hours: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
    holidays: { new_year: { label: { en: 'New Year', fr: 'Jour de l’an' }, fixed: '01-01' } },
  },
} as const;

const scenarios = {
  low_risk: {
    title: { en: 'Low risk', fr: 'Risque faible' },
    story: { en: 'A neighbour hears shouting. Invented.', fr: 'Une voisine entend des cris. Inventé.' },
    start: '2026-03-02T08:00:00Z',
    acts: [
      {
        at: 'PT1H',
        by: { person: 'worker', role: 'caseworker' },
        event: 'report_taken',
        facts: { risk: 'low' },
        expect: {
          steps: ['visit', 'examine'],
          deadlines: { receive_by: { state: 'kept' }, visit_by: { state: 'running' } },
        },
      },
      {
        at: 'P1D',
        by: { person: 'worker', role: 'caseworker' },
        event: 'visit_done',
        facts: {
          child_heard: true,
          danger_seen: false,
          visits: [{ id: 'v1', visited_on: '2026-03-03', seen_alone: true }],
        },
        expect: { steps: ['examine'] },
      },
      {
        at: 'P1D',
        by: { person: 'nurse', role: 'nurse' },
        event: 'examination_done',
        expect: { steps: ['support'] },
      },
      {
        at: 'P30D',
        by: { person: 'worker', role: 'caseworker' },
        event: 'support_ended',
        facts: { safe_at_home: true },
        expect: { status: 'closed' },
      },
    ],
    expect: { outcome: 'closed', status: 'closed' },
  },
} as const;

/** What to break in the sample: a path such as `steps/visit/who` to its new value; undefined removes it. */
export type Breaks = Readonly<Record<string, unknown>>;

type RawObject = { [key: string]: unknown };

/** A fresh copy of the raw sections, with what `breaks` changes. Missing objects on the way are made. */
export function sampleSections(breaks: Breaks = {}): RawObject {
  const inSections = Object.entries(breaks).filter(([path]) => !path.startsWith(STORIES));
  return broken(sections, inSections);
}

const STORIES = 'scenarios/';

/** The raw scenarios, broken by the paths that start with `scenarios/`. */
function sampleStories(breaks: Breaks): RawObject {
  const inStories = Object.entries(breaks).filter(([path]) => path.startsWith(STORIES));
  return broken(
    scenarios,
    inStories.map(([path, value]) => [path.slice(STORIES.length), value]),
  );
}

function broken(whole: object, breaks: readonly (readonly [string, unknown])[]): RawObject {
  const raw: RawObject = JSON.parse(JSON.stringify(whole));
  for (const [path, value] of breaks) {
    const keys = path.split('/');
    let at = raw;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as RawObject;
    }
    const last = keys[keys.length - 1] ?? '';
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return raw;
}

/** Sections as the files of a folder: what `parsePack` takes. */
export function toPackFiles(
  raw: Readonly<Record<string, unknown>>,
  stories: Readonly<Record<string, unknown>> = {},
): PackFiles {
  return Object.fromEntries([
    ...Object.entries(raw).map(([name, section]) => [`${name}.json`, JSON.stringify(section, null, 2)]),
    ...Object.entries(stories).map(([id, story]) => [`scenarios/${id}.json`, JSON.stringify(story, null, 2)]),
  ]);
}

/** The sample, broken where told, as a folder of texts. */
export function samplePackFiles(breaks: Breaks = {}): PackFiles {
  return toPackFiles(sampleSections(breaks), sampleStories(breaks));
}

/** The sample parsed, broken where told; what breaks the schema itself throws. */
export function samplePack(breaks: Breaks = {}): Pack {
  const raw = sampleSections(breaks);
  const parsed = SECTION_NAMES.map((name) => [name, SECTION_SCHEMAS[name].parse(raw[name])]);
  const stories = Object.entries(sampleStories(breaks)).map(([id, story]) => [
    id,
    scenarioSchema.parse(story),
  ]);
  return { ...Object.fromEntries(parsed), scenarios: Object.fromEntries(stories) };
}
