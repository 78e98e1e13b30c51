/** French sentences of the checker, each with its cure, by code with `.` written `_`. */
export const findingsFr = {
  needs_law:
    'Droit national non trouvé : « {{parameter}} » n’a pas de valeur. Trouvez-la, ou retenez le volet qui en dépend.',
  safeguard_broken: 'Cette garantie ne tient pas : {{story}}. Fermez ce chemin.',
  safeguard_broken_by_law:
    'Le droit national ne respecte pas cette garantie ({{law}}) : cela se voit partout où elle sert.',
  safeguard_not_broken: 'Cette garantie tient sur tous les chemins : retirez la loi dite contraire.',
  safeguard_no_article:
    '« {{name}} » n’est pas un article trouvé : seule une loi citée peut contredire une garantie.',
  safeguard_unreadable: 'Cette garantie ne peut pas être vérifiée ({{why}}) : réécrivez-la.',
  safeguard_bounded:
    'Vérifiée seulement jusqu’à {{bound}} actes ({{why}}) : laissez plus de temps, ou simplifiez.',
  safeguard_unsaid:
    'Choisissez les actes dont parle cette garantie : tant qu’il en manque un, elle ne promet rien.',
  safeguard_vacuous:
    'Cette garantie ne dit rien ici : ce dont elle parle n’arrive jamais. Vérifiez ce qu’elle nomme.',
  unused: 'Rien n’utilise « {{name}} » : utilisez-le, ou retirez-le.',
  text_missing: 'Texte manquant en : {{languages}}. Écrivez-le.',
  text_stale: 'La traduction date d’avant le dernier changement : {{languages}}. Relisez-la.',
  text_twice: 'Ce texte est écrit deux fois : gardez-en un.',
  text_encoding: 'Le texte contient un caractère abîmé : enregistrez en UTF-8 et retapez-le.',
  text_bidi: 'Un signe invisible renverse le sens de lecture : retirez-le et retapez le texte.',
  text_control: 'Le texte contient un signe invisible ({{character}}) : retirez-le.',
  basis_missing: 'Il faut dire sur quoi cela repose : loi, norme ou proposition.',
  basis_no_source:
    'Cela dit reposer sur un texte et n’en cite aucun : citez l’article, ou dites que c’est une proposition.',
  step_no_role: 'Personne n’est nommé pour l’étape « {{step}} » : dites qui la fait.',
  step_no_deadline: 'L’étape « {{step}} » peut durer sans fin : donnez-lui un délai.',
  step_no_how: 'L’étape « {{step}} » ne dit pas comment faire : écrivez-le.',
  step_no_child: 'La part de l’enfant n’est pas dite à l’étape « {{step}} » : écrivez-la.',
  step_unreachable: 'Aucun chemin ne mène à l’étape « {{step}} » : tracez-en un, ou retirez-la.',
  step_dead_end: 'De l’étape « {{step}} », rien ne mène plus loin : ajoutez une issue ou un délai.',
  step_trap: 'De ces étapes, aucun chemin ne mène à une fin : {{steps}}. Ajoutez-en un.',
  step_undescribed: 'L’étape « {{step}} » est dessinée mais n’est pas décrite : décrivez-la.',
  step_kind:
    'L’étape « {{step}} » n’est pas du même genre sur le dessin et dans sa description : accordez-les.',
  step_choice: 'L’étape « {{step}} » est un choix : elle ne peut rien contenir d’autre.',
  step_passed_by:
    'Un dossier traverse l’étape « {{step}} » sans que personne n’agisse : posez une condition, ou faites-en un choix.',
  step_final_end:
    'L’étape « {{step}} » réunit des travaux parallèles et ne clôt aucun dossier : retirez sa fin.',
  step_fresh_not_asked:
    'L’étape « {{step}} » redemande « {{fact}} », que son formulaire ne demande pas : ajoutez le champ.',
  stage_undescribed: 'La phase « {{step}} » n’a pas de titre : donnez-lui-en un.',
  name_unknown: '« {{name}} » n’existe pas dans cette procédure : définissez-le, ou corrigez le nom.',
  name_kind: '« {{name}} » n’est pas de la sorte attendue ici : nommez-en un autre, ou changez-le.',
  name_twice: '« {{name}} » nomme un fait et une valeur nationale : renommez l’un des deux.',
  name_ambiguous: 'Deux étapes portent le nom « {{name}} » : renommez-en une.',
  fact_never_asked: 'Une règle lit « {{fact}} », qu’aucune étape ne demande : demandez-le à une étape.',
  fact_no_values: '« {{fact}} » est un choix et n’offre rien : écrivez ses valeurs.',
  fact_no_fields: '« {{fact}} » est une liste sans champs : écrivez-les.',
  table_not_enum: '« {{fact}} » n’est pas un choix d’une seule valeur : prenez un fait qui en est un.',
  table_gap: 'Rien n’est dit pour la valeur « {{value}} » de « {{fact}} » : complétez.',
  table_stranger: '« {{value}} » n’est pas une valeur de « {{fact}} » : retirez-la.',
  form_fact_twice: 'Le formulaire demande deux fois « {{fact}} » : gardez un seul champ.',
  deadline_each: '« {{fact}} » n’a pas de lignes : prenez une liste.',
  deadline_not_date: '« {{fact}} » n’est pas une date : comptez à partir d’une date.',
  deadline_not_duration: '« {{parameter}} » n’est pas une durée : prenez une valeur qui en est une.',
  deadline_escalation:
    'Les rappels de ce délai ne se suivent pas bien : mettez-les dans l’ordre, et finissez par une fonction qui doit agir.',
  parameter_confidence:
    '« {{parameter}} » : la valeur et ce que l’on sait de son origine ne s’accordent pas. Corrigez l’un des deux.',
  parameter_value: 'La valeur de « {{name}} » n’est pas lisible : corrigez-la.',
  presume_value: 'La valeur présumée de « {{fact}} » ne convient pas : corrigez-la.',
  initial_value: 'La valeur de départ de « {{fact}} » ne convient pas : corrigez-la.',
  pack_not_kept: 'Relue depuis ses fichiers, cette procédure en est une autre : rouvrez la relecture.',
  pack_time_zone: '« {{timeZone}} » n’est pas un fuseau horaire : écrivez par exemple Africa/Tunis.',
  pack_no_summary:
    'Cette adaptation n’a pas encore de résumé : dites en quelques mots ce qu’elle est, celui de la base n’est pas le sien.',
  pack_no_language: 'Aucune langue n’est déclarée : déclarez celles de la procédure.',
  pack_no_reconsider: 'Il manque le délai pour revoir une décision dont un fait a été corrigé : nommez-le.',
  effect_no_pack: 'L’effet « {{effect}} » ouvre un dossier sans dire sur quelle procédure : nommez-la.',
  effect_complaint:
    'Une plainte est ouverte par une personne, par sa propre porte : retirez l’effet « {{effect}} ».',
  effect_person: 'L’effet « {{effect}} » nomme une personne sans lui confier le dossier : retirez-la.',
  effect_no_recipient:
    'L’effet « {{effect}} » n’a pas de destinataire : nommez les fonctions qui le reçoivent.',
  event_unheard: 'Aucune étape n’entend « {{event}} » : reliez-le à une étape, ou retirez-le.',
  event_two_tracks:
    '« {{event}} » est entendu dans plusieurs volets ({{tracks}}) : un nom pour chacun, ou faites-en un signal.',
  event_two_regions: '« {{event}} » est entendu à deux endroits à la fois : donnez un nom à chacun.',
  event_no_reporter: 'Personne ne peut déclarer « {{event}} » : dites qui le peut.',
  measure_unasked:
    'L’étape « {{step}} » est une mesure sur l’enfant : seule une personne peut y faire entrer. Déplacez la flèche.',
  list_ends_guarded: 'Quand on ne sait pas, rien n’est prévu : finissez par une issue sans condition.',
  list_never_read:
    'Une issue sans condition précède celle-ci, qui ne sera jamais lue : mettez-la en dernier.',
  track_no_main: 'La procédure n’a pas de volet principal : dessinez « main ».',
  track_empty: 'Le volet « {{track}} » n’a pas d’étape : ajoutez-en une.',
  track_no_end:
    'Le volet principal n’a pas d’étape de fin, aucun dossier ne peut être clos : ajoutez-en une.',
  track_no_idle: 'Le volet « {{track}} » doit commencer par une étape où il n’est pas ouvert : ajoutez-la.',
  track_idle_in_main: 'Le volet principal est toujours ouvert : changez le genre de l’étape « {{step}} ».',
  withheld_main:
    'Le volet principal ne peut pas être retenu : ne publiez rien tant qu’il ne peut pas être suivi.',
  withheld_protective:
    'Le signal de protection « {{event}} » ouvre « {{track}} », qui ne peut donc pas être retenu : publiez-le.',
  withheld_nobody_to_call: 'Le volet « {{track}} » est retenu : dites qui appeler à la place.',
  machine_id: 'Une étape doit porter le nom de sa clé : écrivez « {{name}} ».',
  machine_initial:
    '« {{name}} » ne dit pas bien ce qui s’ouvre d’abord : nommez une de ses étapes, ou rien si elle n’en a pas.',
  machine_parallel: '« {{name}} » se fait en parallèle et demande deux parties au moins : ajoutez-en une.',
  machine_final_in_track: '« {{name}} » finirait son volet pour toujours : prenez une étape de fin.',
  machine_final_region: '« {{name}} » est une partie entière : mettez la fin à l’intérieur.',
  machine_final_moves: '« {{name}} » est une fin : elle ne contient et n’entend rien. Retirez ce qui y est.',
  machine_history:
    '« {{name}} » : la mémoire d’une phase est mal placée. Retirez-la, ou faites-la mener dans sa phase.',
  machine_done_on_track: 'Un volet n’est jamais fini : mettez la suite sur une phase dans « {{name}} ».',
  machine_never_done: 'Rien ne finit dans « {{name}} » : ajoutez une fin, ou retirez la suite.',
  deadline_returns:
    'Quand un dossier revient à « {{step}} », « {{deadline}} » est déjà passé et s’applique aussitôt, à chaque tour. Comptez-le depuis l’entrée, ou depuis ce que le retour renouvelle.',
  machine_loop: 'Un dossier tournerait sans attendre personne : {{steps}}. Mettez une étape qui attend.',
  machine_reenters_region: '« {{from}} » recommencerait de rien : retirez la reprise.',
  machine_targets_region: '« {{to}} » est une partie entière : visez une étape à l’intérieur.',
  machine_cross_track:
    'La flèche sort de son volet vers « {{to}} » : prenez un signal que l’autre volet entend.',
  rule_shape:
    'Cette condition est mal formée : une seule façon de lier, ou un fait, une comparaison et une valeur.',
  rule_depth:
    'Les conditions s’emboîtent sur plus de {{most}} niveaux : nommez la partie intérieure comme une règle.',
  rule_empty: 'Une condition vide serait lue comme vraie : nommez une condition, ou retirez-la.',
  rule_cycle: 'Ces règles se lisent en rond : {{names}}. Retirez un renvoi.',
  rule_jsonpath: '« {{key}} » est refusé dans une condition : créez un fait déduit.',
  rule_unknown: 'Cette règle n’existe pas : déclarez-la, ou corrigez le nom.',
  derive_cycle: 'Ces faits déduits se lisent en rond : {{names}}. Retirez un renvoi.',
  derive_type: '« {{name}} » n’est pas de la sorte voulue ici : nommez-en un autre, ou changez-le.',
  derive_result: '« {{fact}} » n’est pas de la sorte que donne son calcul : changez-la.',
  operator_unknown: '« {{operator}} » n’est pas une comparaison : prenez-en une de la liste.',
  operator_type: '« {{operator}} » ne peut pas se demander de « {{fact}} » : prenez {{fitting}}.',
  operator_compare: '« {{fact}} » et « {{other}} » ne se comparent pas : prenez deux valeurs de même sorte.',
  operator_value: '« {{fact}} » ne peut pas se comparer à {{value}} : corrigez la valeur.',
  calendar_hours_reversed: 'Les heures de {{from}} à {{to}} finissent avant de commencer : corrigez-les.',
  calendar_hours_overlap: 'Les heures de {{from}} à {{to}} en recouvrent d’autres : écrivez-les en une fois.',
  calendar_holiday_unclear:
    'Le jour férié « {{holiday}} » doit être donné d’une seule façon : jour fixe, dates, ou Pâques.',
  calendar_holiday_no_day: 'Aucune année n’a le jour {{fixed}} : écrivez le mois et le jour.',
  calendar_no_working_day: 'Plus de {{days}} jours passent sans jour ouvré : réduisez les repos.',
  scenario_act_empty: 'L’acte ne dit rien : déclarez, notez, ou laissez passer le temps.',
  scenario_act_twofold: 'L’acte dit deux choses : faites-en deux actes.',
  scenario_first_act: 'Le premier acte ouvre le dossier : il n’y a encore rien à corriger.',
  scenario_invalid: 'Ce cas d’école n’est pas lisible : corrigez-le.',
  scenario_not_overridable:
    'On ne peut pas passer outre à « {{rule}} » : permettez-le, ou retirez-la de l’acte.',
  scenario_otherwise:
    'Joué, le cas d’école « {{scenario}} » va autrement qu’il ne l’annonce ici : corrigez l’un ou l’autre.',
  scenario_outcome_no_end: '« {{step}} » n’est pas une fin : nommez l’étape où le dossier se clôt.',
  scenario_override_alone: 'On passe outre pour déclarer quelque chose : nommez-le.',
  scenario_signal_reported:
    '« {{event}} » est un signal que le moteur déclare : notez les faits qui le déclenchent.',
  scenario_time: 'Les heures de ce cas d’école ne se suivent pas : corrigez-les.',
  schema_bounds: 'La valeur est hors de ses bornes : la borne est {{bound}}.',
  schema_format: 'La valeur n’a pas la forme voulue : corrigez-la.',
  schema_key: '« {{key}} » ne peut pas servir de nom ici : prenez-en un autre.',
  schema_missing: 'Il manque « {{field}} » : ajoutez-le.',
  schema_shape: 'Ce qui est écrit ici n’a aucune des formes permises : corrigez-le.',
  schema_type: 'La valeur n’est pas du bon type ({{expected}}) : corrigez-la.',
  schema_unknown_field: '« {{field}} » n’est pas un champ ici : retirez-le, ou corrigez son nom.',
  schema_value: 'Cette valeur n’est pas permise : choisissez-en une de la liste.',
  overlay_null: 'Un fichier entier ne peut pas être retiré : retirez ses éléments un à un.',
  overlay_list: 'Une liste s’adapte élément par élément : retirez, ajoutez ou changez.',
  archive_name: 'Un nom dans l’archive mène hors de son dossier : refaites l’archive.',
  archive_broken: 'Cette archive est abîmée ou coupée : refaites-la.',
  archive_no_pack: 'Cette archive ne contient pas de procédure : pack.json manque.',
  json_syntax: 'Le fichier n’est pas du JSON lisible : corrigez-le à cet endroit.',
  json_number: 'Ce nombre n’est pas lisible : corrigez-le.',
  json_null: 'Le vide n’a de sens que dans une adaptation : retirez le champ.',
  json_duplicate_key: 'La clé « {{key}} » est écrite deux fois : gardez-en une.',
  json_forbidden_key: 'La clé « {{key}} » est réservée : prenez un autre nom.',
  file_missing: 'Le fichier {{file}} manque : ajoutez-le.',
  file_name: 'Ce nom de fichier ne convient pas : petites lettres, chiffres et tirets bas.',
  file_none: 'Une procédure est un dossier de fichiers : donnez-en un.',
  file_not_text: 'Le fichier n’est pas du texte : remplacez-le.',
  file_unknown: 'Le fichier {{file}} n’est pas lu : renommez-le, ou retirez-le.',
  file_byte_order_mark: 'Le fichier commence par un signe invisible : enregistrez-le en UTF-8 simple.',
  limit_depth: 'Le fichier a trop de niveaux : simplifiez-le.',
  limit_file_size: 'Le fichier est trop grand : partagez-le ou raccourcissez-le.',
  limit_files: 'Il y a plus de {{limit}} fichiers : retirez-en.',
  limit_findings: 'Il y a d’autres remarques dans ce fichier : corrigez d’abord celles-ci.',
  limit_levels: 'Les étapes s’emboîtent sur plus de {{limit}} niveaux : partagez la procédure.',
  limit_pack_size: 'La procédure est trop grande : raccourcissez-la.',
  limit_rule_depth: 'Les conditions s’emboîtent sur plus de {{limit}} niveaux : partagez-les.',
  limit_states: 'Il y a plus de {{limit}} étapes : partagez la procédure.',
  limit_transitions: 'Il y a plus de {{limit}} flèches : partagez la procédure.',
  step_stuck:
    'À l’étape « {{step}} », des enfants ne trouvent aucune suite, quoi que l’on réponde : ajoutez une issue, ou élargissez une condition.',
  step_waits:
    'À l’étape « {{step}} », le dossier attend que ces réponses changent : {{facts}}. Dites dans la marche à suivre quoi faire d’ici là, ou ajoutez une issue.',
  fact_not_asked:
    'L’étape « {{step}} » a besoin de réponses qu’un chemin ne demande pas avant : {{facts}}. Ajoutez-les à un formulaire.',
  rule_answer_suffices:
    'Toute réponse rend « {{rule}} » vraie : elle demande seulement que l’on réponde. Dites-le dans son nom.',
  rule_never_true: 'Aucun enfant ne remplit « {{rule}} » : deux de ses conditions s’excluent. Corrigez-les.',
  rule_always_true:
    'Tout enfant remplit « {{rule}} » : elle ne dit rien. Corrigez ses conditions, ou retirez-la.',
  guard_never_true: 'Aucun enfant ne peut prendre cette issue : ses conditions s’excluent. Corrigez-les.',
  choice_shadowed:
    'Cette issue n’est jamais prise : celles qui la précèdent passent toujours avant. Montez-la, ou resserrez les autres.',
  choice_overlap:
    'Pour certains enfants, cette issue et une autre avant elle sont ouvertes ensemble ; la première est prise. Vérifiez que c’est voulu.',
  choice_gap:
    'Aucune issue de cette liste n’est ouverte à certains enfants : ajoutez-en une sans condition, ou élargissez une condition.',
  adaptation_loosened:
    'La base protège cet élément plus fortement ({{level}}) : une adaptation ne peut pas desserrer cette protection. Remettez celle de la base.',
  adaptation_removed: 'La base ne permet pas de retirer cet élément : reprenez-le.',
  adaptation_locked:
    'La base a verrouillé cet élément : une adaptation le laisse tel quel. Retirez ce qui le change.',
  adaptation_tighten:
    'Une adaptation ne peut que renforcer la protection ici, et ceci l’affaiblit : corrigez-le, ou ajoutez une condition.',
  adaptation_tier:
    'Ce fait serait lu par plus de personnes que dans la base (niveau {{tier}}) : gardez ce niveau, ou un niveau plus réservé.',
  adaptation_presume:
    'Ce qui est présumé dans le doute protège l’enfant : seule une loi du pays le change. Indiquez le fondement « loi » et l’article, ou retirez les lignes.',
  adaptation_protective_door:
    'Cette issue qui protège serait perdue ou plus difficile à prendre : gardez-la, et n’ajoutez que des cas où elle s’ouvre.',
  adaptation_guard:
    'Cette décision demanderait moins que dans la base : gardez sa condition, et n’ajoutez que des exigences.',
  extends_cycle: 'L’adaptation « {{id}} » finit par s’appuyer sur elle-même : rompez le cercle.',
  extends_levels: 'Plus de {{limit}} adaptations s’appuient les unes sur les autres : réunissez-en.',
  extends_missing: 'La procédure de départ n’est pas trouvée pour « {{id}} » : nommez-la, ou ajoutez-la.',
  extends_version:
    'Cette adaptation part de « {{id}} » {{wanted}}, et la version {{found}} est là : reportez-la sur cette version.',
  overlay_nothing_there:
    'L’adaptation retire ou change quelque chose que la base n’a pas : corrigez le nom, ou retirez la ligne.',
  overlay_ambiguous_entry: 'Deux entrées de la liste portent le même nom : remplacez la liste entière.',
  overlay_after_unknown: 'L’entrée devait suivre une autre qui n’existe pas : nommez une entrée de la liste.',
} as const;

/** Every code that is told in the reader's language. */
export type FindingWords = { readonly [code in keyof typeof findingsFr]: string };
