import type { FaultCode } from '../../src/scenario/index.ts';

/** Stands in a broken file right before what a fault must point to; the file is read without it. */
export const HERE = '«';

/** One broken file: the tiny scenario with one thing changed, and every fault that must be found in it. */
export interface Creature {
  readonly name: string;
  /** What of the tiny scenario is exchanged for what; `«` before each place of a fault. */
  readonly swap: readonly [from: string, to: string];
  /** Codes of the faults, in the order of their places. */
  readonly codes: readonly FaultCode[];
  /** Something that must be among what the first fault says to write. */
  readonly write?: string;
  readonly wrong?: string;
  /** Exchanged everywhere else. */
  readonly rename?: readonly [from: string, to: string];
}

const one = (
  name: string,
  from: string,
  to: string,
  code: FaultCode,
  more: { readonly write?: string; readonly wrong?: string } = {},
): Creature => ({ name, swap: [from, to], codes: [code], ...more });

/** Broken shapes: fields, kinds of values, ranges, the traps of YAML. */
export const SHAPES: readonly Creature[] = [
  one('a field misspelt', 'minutes: 15', '«minuts: 15', 'unknown-key', { wrong: 'minuts', write: 'minutes' }),
  one('a field nobody knows', 'minutes: 15', 'minutes: 15\n«colour: red', 'unknown-key', { wrong: 'colour' }),
  one('a field left out', '- title: Monday\n    date: 2030-05-06\n', '- «title: Monday\n', 'missing', {
    write: 'date: …',
  }),
  one('a value left out', 'minutes: 15', '«minutes:', 'wrong-type', { write: 'a whole number' }),
  one('yes where true is meant', 'revealAtEnd: true', 'revealAtEnd: «yes', 'yaml-trap', {
    wrong: 'yes',
    write: 'true',
  }),
  one('Off where false is meant', 'revealAtEnd: true', 'revealAtEnd: «Off', 'yaml-trap', { write: 'false' }),
  one('true where a text is meant', 'short: Shield', 'short: «true', 'yaml-trap', {
    wrong: 'true',
    write: "'true'",
  }),
  one('a number where a text is meant', 'title: Monday', 'title: «2030', 'yaml-trap', { write: "'2030'" }),
  one('a version that is read as a number', 'version: 1.0.0', 'version: «1.0', 'yaml-trap', { wrong: '1' }),
  one('a number in quotes', 'quorum: 60', "quorum: «'60'", 'yaml-trap', { write: '60' }),
  one('a version of two numbers', 'version: 1.0.0', "version: «'1.0'", 'wrong-value', {
    write: 'a version as 1.0.0',
  }),
  one('a format that is still to come', 'format: 2', 'format: «3', 'wrong-value', { wrong: '3', write: '2' }),
  one('a text where a number is meant', 'minutes: 15', 'minutes: «a quarter', 'wrong-type', {
    wrong: 'a quarter',
  }),
  one('half a minute', 'minutes: 15', 'minutes: «15.5', 'wrong-type', {
    wrong: '15.5',
    write: 'a whole number',
  }),
  one('a list where a text is meant', 'title: Monday', 'title: «[Monday]', 'wrong-type', { wrong: 'a list' }),
  one(
    'one word where a list is meant',
    'methods: [silence, consensus, vote]',
    'methods: «silence',
    'wrong-type',
    {
      write: 'a list',
    },
  ),
  one(
    'a map where a list is meant',
    'methods: [silence, consensus, vote]',
    'methods: «{ silence: 1 }',
    'wrong-type',
    { write: 'a list' },
  ),
  one(
    'a phase misspelt',
    '[briefing, floor, corridor, drafting, capital]',
    '[briefing, floor, «corridors, drafting, capital]',
    'wrong-value',
    {
      wrong: 'corridors',
      write: 'corridor',
    },
  ),
  one('a style nobody has', 'style: trader', 'style: «trador', 'wrong-value', { write: 'trader' }),
  one('a sector misspelt', 'sector: transport', 'sector: «tansport', 'wrong-value', { write: 'transport' }),
  one('an origin misspelt', 'proxy: 20,', '«proxies: 20,', 'unknown-key', { write: 'proxy' }),
  one('more than a hundred percent', 'quorum: 60', 'quorum: «160', 'out-of-range', { write: 'at most 100' }),
  one('less than nothing', 'amount: 2 }', 'amount: «-2 }', 'out-of-range', { write: 'at least 0' }),
  one('an id with a space', 'id: FUND\n', 'id: «THE FUND\n', 'wrong-value'),
  one('an id with an accent', 'id: lock\n', 'id: «écluse\n', 'wrong-value'),
  one('three places on the map', 'at: [12.5, 48.2]', 'at: «[12.5, 48.2, 7]', 'wrong-type', {
    write: 'a list of two',
  }),
  one('a latitude beyond the pole', 'at: [12.5, 48.2]', 'at: [12.5, «98.2]', 'out-of-range', {
    wrong: '98.2',
  }),
  one('half a span', 'reservation: [38, 48]', 'reservation: [38, «x]', 'wrong-type', { wrong: 'x' }),
  one('a span of one number', 'reservation: [38, 48]', 'reservation: «[38]', 'wrong-type', {
    write: 'a list of two',
  }),
  one('a span in words', 'reservation: [38, 48]', 'reservation: «38 to 48', 'wrong-type'),
  one('a text by language that is none', 'fr: La conférence du fleuve', 'fr: «7', 'yaml-trap', {
    write: "'7'",
  }),
  one('a language that is none', 'fr: La conférence du fleuve', '«French: La conférence', 'unknown-key'),
  one('a flag in small letters', 'flag: UN\n    at: [12.5', 'flag: «un\n    at: [12.5', 'wrong-value'),
  one('an effect nobody knows', 'kind: weight,', 'kind: «weigt,', 'wrong-value', { write: 'weight' }),
  one('an effect without its kind', '{ kind: tension, by: -3 }', '«{ by: -3 }', 'missing'),
  one(
    'an effect with a field of another',
    'kind: tension, by: -3',
    'kind: tension, by: -3, «token: experts',
    'unknown-key',
  ),
  one(
    'trust without a number',
    '{ from: MARA, to: KEST, trust: 35 }',
    '«{ from: MARA, to: KEST }',
    'missing',
    {
      write: 'trust: …',
    },
  ),
  one(
    'trust between three',
    'between: [Lower river, Lower river]',
    'between: «[MARA, KEST, TOLV]',
    'wrong-type',
  ),
  one('a date in words', 'date: 2030-05-06', 'date: «6 May 2030', 'wrong-value', {
    write: 'a date as 2022-03-28',
  }),
  one(
    'an empty list of phases',
    'phases: [briefing, floor, corridor, drafting, capital]',
    'phases: «[]',
    'out-of-range',
    {
      write: 'at least 1 entries',
    },
  ),
];

/** What refers to what. */
export const REFERENCES: readonly Creature[] = [
  one(
    'an article nobody knows',
    'article: PROOF, options: [publish]',
    'article: «PROOFS, options: [publish]',
    'unknown-id',
    {
      wrong: 'PROOFS',
      write: 'PROOF',
    },
  ),
  one(
    'an option nobody knows',
    'article: PROOF, options: [publish]',
    'article: PROOF, options: [«published]',
    'unknown-id',
    {
      write: 'publish',
    },
  ),
  one('an opening nobody knows', 'opening: publish', 'opening: «publsih', 'unknown-id', { write: 'publish' }),
  one('a draft nobody knows', 'draft: general', 'draft: «genral', 'unknown-id', { write: 'general' }),
  one('a token nobody knows', 'blockCost: { token: standing', 'blockCost: { token: «stading', 'unknown-id', {
    write: 'standing',
  }),
  one('a token nobody knows, as a key', 'spends: { experts: 1 }', 'spends: { «expert: 1 }', 'unknown-id', {
    write: 'experts',
  }),
  one('a giver nobody knows', 'givers: { KEST:', 'givers: { «KETS:', 'unknown-id', {
    wrong: 'KETS',
    write: 'KEST',
  }),
  one('a victim nobody knows', 'victims: { MARA: 3,', 'victims: { «MAR: 3,', 'unknown-id', { write: 'MARA' }),
  one(
    'an article touched that is not there',
    'touches: { SHIELD: 140',
    'touches: { «SHEILD: 140',
    'unknown-id',
    {
      write: 'SHIELD',
    },
  ),
  one('a group nobody belongs to', 'from: [Lower river]', 'from: [«Lower rivers]', 'unknown-id', {
    write: 'Lower river',
  }),
  one(
    'a source nobody lists',
    'precedent: Invented.\n    sources: [author]',
    'precedent: Invented.\n    sources: [«auther]',
    'unknown-id',
    {
      write: 'author',
    },
  ),
  one(
    'a goal nobody has',
    'debrief:\n  - { goal: package',
    'debrief:\n  - { goal: package, question: What? }\n  - { goal: «packages',
    'unknown-id',
    {
      write: 'package',
    },
  ),
  one(
    'a value for an option that is not there',
    'values: { none: 0, general',
    'values: { none: 0, «other: 3, general',
    'unknown-id',
  ),
  one(
    'no value for an option',
    'values: { none: 0, general: [80, 100], named: [30, 50] }',
    '«values: { none: 0, general: [80, 100] }',
    'missing',
    {
      write: 'named: 0 to 100',
    },
  ),
  one(
    'too few values in a list',
    'values: [0, [30, 50], [90, 100]], opening: named',
    'values: «[0, [30, 50]], opening: named',
    'wrong-value',
  ),
  one(
    'an article left out of what one wants',
    '    wants:\n      SHIELD: { weight: [35, 50], values: [0, [30, 50], [90, 100]], opening: named }\n',
    '    «wants:\n',
    'missing',
  ),
  one(
    'a token left out of what one has',
    'tokens: { standing: [2, 4], experts: [1, 2] }',
    '«tokens: { standing: [2, 4] }',
    'missing',
    {
      write: 'experts: 0',
    },
  ),
  one(
    'the text in the own language left out',
    'title: { en: The river conference, fr:',
    '«title: { fr:',
    'missing',
    { write: 'en: …' },
  ),
  one('two delegations of one id', 'id: TOLV\n', 'id: «MARA\n', 'duplicate-id'),
  one('two options of one id', '- id: publish', '- id: «consult', 'duplicate-id'),
  one(
    'an option named twice',
    'article: SHIELD, options: [named], damage',
    'article: SHIELD, options: [named, «named], damage',
    'duplicate-id',
  ),
  one(
    'a linkage of an article with itself',
    '- { article: FUND, options: [fund] }\n    worth',
    '- { article: «SHIELD, options: [general] }\n    worth',
    'wrong-value',
  ),
];

/** Well formed, and yet no sense. */
export const SENSE: readonly Creature[] = [
  one('a span from high to low', 'reservation: [38, 48]', 'reservation: «[48, 38]', 'out-of-range', {
    write: '[38, 48]',
  }),
  one(
    'a reservation value no text can beat',
    'reservation: [38, 48]',
    'reservation: «[38, 99]',
    'out-of-range',
    { write: '0 to 95' },
  ),
  one('origins that do not add up', 'origins: { accident: 30', 'origins: «{ accident: 40', 'bad-sum', {
    wrong: '110',
  }),
  one('a state behind it, but which', 'culprits: { KEST: 3, TOLV: 1 }', 'culprits: «{}', 'no-culprit'),
  one(
    'a victim that could only have done it itself',
    'culprits: { KEST: 3, TOLV: 1 }',
    'culprits: «{ TOLV: 1 }',
    'no-culprit',
  ),
  one('nobody hit', 'victims: { MARA: 3, TOLV: 2 }', 'victims: «{ MARA: 0, TOLV: 0 }', 'no-victim'),
  one('a story too long', 'story: At night', `story: «${'At night, '.repeat(30)}`, 'too-long'),
  one(
    'a mark that stands for nothing',
    'story: The river rises',
    'story: «In {country} the river rises',
    'wrong-value',
    { wrong: '{country}', write: 'the name itself' },
  ),
  one('a placard too long', 'placard: Tolvania', 'placard: «The Republic of Tolvania', 'too-long'),
  one(
    'phases out of order',
    '[briefing, floor, corridor, drafting, capital]',
    '«[floor, briefing, corridor, drafting, capital]',
    'bad-order',
    {
      write: '[briefing, floor, corridor, drafting, capital]',
    },
  ),
  one(
    'a phase twice',
    '[briefing, floor, corridor, drafting, capital]',
    '«[briefing, floor, floor, capital]',
    'bad-order',
  ),
  one(
    'no decision in the end',
    '[briefing, floor, corridor, drafting, decision, capital]',
    '«[briefing, floor, corridor, drafting, capital]',
    'no-decision',
    { write: '[briefing, floor, corridor, drafting, decision, capital]' },
  ),
  one(
    'a method twice',
    'methods: [silence, consensus, vote]',
    'methods: [silence, vote, «vote]',
    'duplicate-id',
  ),
  one('a day that is not in the calendar', 'date: 2030-05-06', 'date: «2030-02-30', 'wrong-value', {
    wrong: '2030-02-30',
  }),
  one('a session before the one before', 'date: 2030-05-07', 'date: «2030-05-01', 'bad-order'),
  one('an end before the beginning', 'to: 2030-05-07 }', 'to: «2030-05-01 }', 'bad-order'),
  one(
    'a ladder that begins in the air',
    '- { from: 0, name: Calm',
    '- { from: «10, name: Calm',
    'bad-order',
    { write: '0' },
  ),
  one('a ladder that goes down', '- { from: 75,', '- { from: «40,', 'bad-order'),
  one('talks that collapse before they begin', 'start: [20, 30]', 'start: «[20, 100]', 'out-of-range'),
  one(
    'a first option that says something',
    "{ id: none, label: No text, wording: '' }\n      - id: consult",
    '«{ id: none, label: No text, wording: Nothing. }\n      - id: consult',
    'wrong-value',
  ),
  one(
    'an option without a wording',
    'wording: A State consults the other before it accuses it in public.',
    "wording: «''",
    'missing',
  ),
  one(
    'a goal without a question',
    '- id: package\n    goal',
    '- «id: another\n    goal: x\n    decisions: y\n  - id: package\n    goal',
    'goal-without-question',
  ),
  one('a card that is never drawn', 'from: 1\n    to: 2', 'from: «3\n    to: 4', 'out-of-range', {
    write: '1 to 2',
  }),
  one('a session before the first', 'from: 1\n    to: 2', 'from: «0\n    to: 2', 'out-of-range', {
    write: 'at least 1',
  }),
  one('a card that ends before it begins', 'from: 1\n    to: 2', 'from: 2\n    to: «1', 'out-of-range', {
    write: '2',
  }),
  {
    ...one('a delegation that is called like the Chair', 'id: TOLV\n', 'id: «chair\n', 'wrong-value'),
    rename: ['TOLV', 'chair'],
  },
  one(
    'a flag that is not in the list of flags',
    'flag: UN\n    at: [12.5',
    'flag: «UK\n    at: [12.5',
    'wrong-value',
    { write: 'GB' },
  ),
  one('a group that is called like a delegation', 'groups: [Upper river]', 'groups: [«MARA]', 'duplicate-id'),
  one(
    'red lines all around',
    '{ article: PROOF, options: [publish], chance: 40 }',
    '«{ article: PROOF, options: [none, consult, publish], chance: 40 }',
    'dead-article',
  ),
];

/** The world around the plenary. */
export const WORLDS: readonly Creature[] = [
  one(
    'a room of a delegation nobody knows',
    'members: [KEST, MARA]\n',
    'members: [KEST, «MARIA]\n',
    'unknown-id',
    {
      write: 'MARA',
    },
  ),
  one('a member twice', 'members: [KEST, MARA]\n', 'members: [KEST, «KEST, MARA]\n', 'duplicate-id'),
  one('a room for one', 'members: [KEST, MARA]\n', 'members: «[KEST]\n', 'dead-card', {
    write: 'two members or more',
  }),
  one('a kind of room that is none', 'kind: bilateral', 'kind: «bilaterl', 'wrong-value', {
    write: 'bilateral',
  }),
  one(
    'a room that meets after the end',
    'from: 1\n    to: 2\n    open',
    'from: «5\n    to: 6\n    open',
    'out-of-range',
    {
      write: '1 to 2',
    },
  ),
  one(
    'a room that closes before it opens',
    'from: 1\n    to: 2\n    open',
    'from: 2\n    to: «1\n    open',
    'out-of-range',
  ),
  one(
    'a point that needs more than there are',
    'about: Day and night, in both languages.\n',
    'about: Day and night, in both languages.\n        needs: «3\n',
    'out-of-range',
    {
      write: '2 to 2',
    },
  ),
  one(
    'a point of great worth',
    'worth: { KEST: [60, 110], MARA',
    'worth: { KEST: «[60, 9000], MARA',
    'out-of-range',
    {
      write: '-3000 to 3000',
    },
  ),
  one(
    'a point worth something to a stranger',
    'worth: { KEST: [60, 110], MARA: [90, 150] }',
    'worth: { KEST: [60, 110], TOLV: «[90, 150] }',
    'wrong-value',
  ),
  one(
    'language for an article that is not there',
    'writes: { article: PROOF',
    'writes: { article: «PROF',
    'unknown-id',
    {
      write: 'PROOF',
    },
  ),
  one('language that is no option', 'option: consult }', 'option: «consul }', 'unknown-id', {
    write: 'consult',
  }),
  one('a card that opens no room', 'track: bridge, open: true', 'track: «brigde, open: true', 'unknown-id', {
    write: 'bridge',
  }),
  one(
    'a negotiation that goes nowhere',
    'advance: { chance: 40, each: 10 }',
    'advance: «{ chance: 0, each: 0 }',
    'dead-card',
  ),
  one('a benefit nobody knows', 'gives: contact', 'gives: «contacts', 'wrong-value', { write: 'contact' }),
  one(
    'no text that pays',
    '{ article: PROOF, options: [consult], gives',
    '{ article: PROOF, options: «[none], gives',
    'wrong-value',
  ),
  one('a flaw nobody has', 'holders: { MARA: 50, TOLV: 30 }', 'holders: «{ MARA: 0 }', 'dead-card'),
  one(
    'a flaw that makes things better',
    'percent: 150\n    holders',
    'percent: «50\n    holders',
    'out-of-range',
    {
      write: 'at least 100',
    },
  ),
  one(
    'a warning without its reliability',
    '{ KEST: { chance: 50, reliability: 70 } }',
    '{ «KEST: { chance: 50 } }',
    'missing',
    {
      write: 'reliability: …',
    },
  ),
  {
    ...one('an operation that sets off nothing', '- id: listen', '- «id: listen', 'missing'),
    rename: ['mishap: 0', 'mishap: 20'],
  },
  one('an incident that is not there', 'gain: 40\n', 'gain: 40\n      incident: «look\n', 'unknown-id', {
    write: 'lock',
  }),
  one(
    'a step that costs gold',
    'cost: { token: standing, amount: 1 }\n    tension: 4',
    'cost: { token: «gold, amount: 1 }\n    tension: 4',
    'unknown-id',
  ),
  one('opinion beyond a hundred', 'opinion: [40, 60]', 'opinion: «[40, 160]', 'out-of-range', {
    write: '0 to 100',
  }),
  one(
    'a signature on an option that is not there',
    'options: [fund] }\n  revealAtEnd',
    'options: [«funds] }\n  revealAtEnd',
    'unknown-id',
    {
      write: 'fund',
    },
  ),
];

/** No YAML, or YAML that hides something. */
export const FORMS: readonly Creature[] = [
  one('a key twice', 'minutes: 15', 'minutes: 15\n«minutes: 20', 'duplicate-key', { wrong: 'minutes' }),
  one('a key twice in one line', 'chance: 40 }', 'chance: 40, «chance: 50 }', 'duplicate-key', {
    wrong: 'chance',
  }),
  one('a tab', '\n    date: 2030-05-06', '\n«\tdate: 2030-05-06', 'yaml-trap', { write: 'spaces' }),
  one('a colon in a text', 'title: Accusations', 'title: «Accusations: who?', 'not-yaml'),
  one('a quote that never ends', 'short: Proof', "short: 'Proof«", 'not-yaml'),
  one('a backslash in double quotes', 'short: Proof', 'short: "Pr«\\of"', 'not-yaml'),
  one('a text that begins with a mark', 'short: Proof', 'short: «@Proof', 'not-yaml'),
  one('a text that begins with a star', 'short: Proof', 'short: «*Proof', 'not-yaml'),
  one('a second document', 'tension:\n', '«---\ntension:\n', 'several-documents'),
  one('a key that is a list', 'minutes: 15', '? «[a, b]\n: 1\nminutes: 15', 'not-yaml'),
  one('a key that is a prototype', 'minutes: 15', 'minutes: 15\n«__proto__: { a: 1 }', 'not-yaml'),
  one('the YAML of 2005', '# yaml-language-server', '«%YAML 1.1\n---\n# yaml-language-server', 'yaml-trap', {
    write: '%YAML 1.2',
  }),
  one('lists within lists', 'short: Proof', `short: ${'['.repeat(40)}«[`, 'too-deep'),
];
