/** The closed vocabularies of the game. Types are derived; a new member asks for its value everywhere. */

/** Phases of one session, in the order in which a scenario may list them. */
export const PHASES = ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'] as const;
export type Phase = (typeof PHASES)[number];

/** What a delegation says in public of one option: nothing, "we object", "we can live with it", "we support it". */
export const STANCES = ['silent', 'object', 'accept', 'support'] as const;
export type Stance = (typeof STANCES)[number];

/** Ways to decide on a whole text. */
export const METHODS = ['silence', 'consensus', 'vote'] as const;
export type Method = (typeof METHODS)[number];

/** Thresholds of a vote. Abstentions are not votes cast (General Assembly, rule 86). */
export const THRESHOLDS = ['simple-majority', 'two-thirds'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Answers to a tabled text: `join` and `object` under silence and consensus, the ballots under a vote. */
export const ANSWERS = ['join', 'object', 'yes', 'no', 'abstain'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Who was truly behind an incident. */
export const ORIGINS = ['accident', 'criminals', 'proxy', 'state', 'false-flag'] as const;
export type Origin = (typeof ORIGINS)[number];

export const SECTORS = [
  'health',
  'water',
  'energy',
  'banking',
  'telecom',
  'transport',
  'government',
  'elections',
  'media',
  'science',
  'industry',
  'space',
] as const;
export type Sector = (typeof SECTORS)[number];

/** What a delegation can do about an incident. */
export const RESPONSES = [
  'investigate',
  'inquiry',
  'assess',
  'share',
  'leak',
  'ask',
  'assist',
  'hotline',
  'condemn',
  'attribute',
  'endorse',
  'sanction',
  'countermeasure',
] as const;
export type ResponseKind = (typeof RESPONSES)[number];

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Rooms beside the plenary. In a parallel one nobody agrees: it goes its own way, which members hasten. */
export const TRACK_KINDS = ['expert-group', 'bilateral', 'parallel'] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];

/** What a member does with a side track: goes in for this session, leaves, suspends it, calls for its resumption. */
export const TRACK_STEPS = ['enter', 'leave', 'suspend', 'resume'] as const;
export type TrackStep = (typeof TRACK_STEPS)[number];

/** What a settled provision makes better in play, beyond softening the incidents whose cards name it. */
export const BENEFITS = [
  'contact',
  'assistance',
  'inquiry',
  'citation',
  'keeping-word',
  'restraint',
] as const;
export type Benefit = (typeof BENEFITS)[number];

/** What a state may order at policy level where a scenario allows it. */
export const OPERATIONS = ['spy', 'pre-position', 'disrupt'] as const;
export type OperationKind = (typeof OPERATIONS)[number];

/** What a delegation rules out, or insists on, before the press. */
export const VOWS = ['never', 'must'] as const;
export type Vow = (typeof VOWS)[number];

/** What has become of an amendment. `waiting`: too few sponsors to be put in brackets. */
export const AMENDMENT_STATES = ['waiting', 'open', 'taken', 'dropped'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export const TONES = ['warm', 'plain', 'sharp'] as const;
export type Tone = (typeof TONES)[number];

/** Bands in which trust is shown to the two it concerns, from worst to best. */
export const TRUST_BANDS = ['broken', 'wary', 'open', 'good', 'close'] as const;
export type TrustBand = (typeof TRUST_BANDS)[number];

/** What has become of a promise. `void`: the occasion to keep it never came. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'void'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Negotiating styles an author can give a delegation; the delegates' room says what each does. */
export const STYLES = ['principled', 'trader', 'bridge-builder', 'patient', 'reciprocal', 'quiet'] as const;
export type Style = (typeof STYLES)[number];
