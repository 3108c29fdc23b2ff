import {
  asAmendment,
  asArticle,
  asCalming,
  asConcession,
  asContext,
  asDeal,
  asDelegation,
  asIncident,
  asOffer,
  asWarning,
  asVulnerability,
  asTrack,
  asPoint,
  asOperationCard,
  asOperation,
  asPromise,
  asToken,
  CONFIDENCES,
  ORIGINS,
  PHASES,
  PROMISE_STATES,
  STANCES,
  TRACK_STEPS,
  type Event,
  type Amendment,
  type ContactGroup,
  type InstructionCause,
  type Mandate,
  type Offer,
  type Operation,
  type OpinionCause,
  type Outcome,
  type Reason,
  type Refusal,
  type Response,
  type TensionCause,
  type TrustCause,
  type Undertaking,
  type Warning,
  type WouldChange,
} from '../../../src/engine/seat.ts';

/**
 * At least one sample of every member of every union that must have a sentence. The types ask for all of them: a new member
 * without a sample does not compile, and a sample without a sentence fails the test beside this file.
 */
type Samples<U, Tag extends keyof U> = {
  readonly [K in U[Tag] & string]: readonly Extract<U, Record<Tag, K>>[];
};

/** Every sample of a union, flat. */
export const all = <S extends Readonly<Record<string, readonly unknown[]>>>(
  samples: S,
): readonly S[keyof S][number][] => Object.values(samples).flat();

const kest = asDelegation('KEST');
const mara = asDelegation('MARA');
const tolv = asDelegation('TOLV');
const article = asArticle('SHIELD');
const other = asArticle('FUND');
const token = asToken('experts');
const concession = asConcession('training');
const incident = asIncident('lock');
const card = asContext('flood');
const offer = asOffer('offer-1');
const pledge = asPromise('pledge-1');
const first = { article, option: 1 };
const second = { article: other, option: 2 };

const track = asTrack('pair');
const point = asPoint('dialogue');
const flaw = asVulnerability('old-server');
const move = asCalming('pause');
const amendment: Amendment = {
  id: asAmendment('amendment-1'),
  article,
  option: 2,
  sponsors: [kest],
  against: 1,
  conflict: false,
  state: 'open',
};
const warning: Warning = {
  id: asWarning('warning-1'),
  of: kest,
  session: 1,
  victim: mara,
  sector: 'water',
  reliability: 70,
  told: [],
};
const operation: Operation = {
  id: asOperation('operation-1'),
  card: asOperationCard('look'),
  by: kest,
  against: mara,
  proxy: false,
  session: 0,
  state: 'ordered',
  exposed: false,
};
const group: ContactGroup = { article, facilitator: kest, members: [kest, mara] };

export const refusals: Samples<Refusal, 'refused'> = {
  'game-closed': [{ refused: 'game-closed' }],
  'no-such-card': [{ refused: 'no-such-card', card: 'none' }],
  'already-happened': [{ refused: 'already-happened', what: card }],
  'not-your-command': [{ refused: 'not-your-command' }],
  'wrong-phase': PHASES.map((now) => ({ refused: 'wrong-phase', now, allowed: ['floor', 'corridor'] })),
  'already-done': [{ refused: 'already-done' }],
  'already-spoken': [{ refused: 'already-spoken' }],
  'not-named': [{ refused: 'not-named', by: kest }],
  'no-such-delegation': [{ refused: 'no-such-delegation', delegation: 'Atlantis' }],
  'no-such-article': [{ refused: 'no-such-article', article: 'MOON' }],
  'no-such-option': [{ refused: 'no-such-option', article, option: 9, options: 3 }],
  'no-such-incident': [{ refused: 'no-such-incident', incident: 'meteor' }],
  'no-such-offer': [{ refused: 'no-such-offer', offer: 'offer-9' }],
  'no-such-promise': [{ refused: 'no-such-promise', pledge: 'pledge-9' }],
  'no-such-token': [{ refused: 'no-such-token', token: 'gold' }],
  'no-such-concession': [{ refused: 'no-such-concession', concession: 'cake' }],
  'no-such-track': [{ refused: 'no-such-track', track: 'cellar' }],
  'no-such-point': [{ refused: 'no-such-point', point: 'moon' }],
  'no-such-vulnerability': [{ refused: 'no-such-vulnerability', vulnerability: 'moon' }],
  'no-such-operation': [{ refused: 'no-such-operation', operation: 'moon' }],
  'no-such-calming': [{ refused: 'no-such-calming', move: 'moon' }],
  'no-such-warning': [{ refused: 'no-such-warning', warning: 'moon' }],
  'no-such-amendment': [{ refused: 'no-such-amendment', amendment: 'moon' }],
  'no-such-deal': [{ refused: 'no-such-deal', deal: 'moon' }],
  'not-a-member': [{ refused: 'not-a-member', track, delegation: tolv }],
  'not-in-the-room': [{ refused: 'not-in-the-room', track, delegation: mara }],
  'track-closed': [{ refused: 'track-closed', track }],
  'track-goes-on': [{ refused: 'track-goes-on', track }],
  'track-not-meeting': [{ refused: 'track-not-meeting', track, from: 0, to: 1 }],
  'too-few-parties': [{ refused: 'too-few-parties', point, needs: 3 }],
  'already-agreed': [{ refused: 'already-agreed', point }],
  'already-mended': [{ refused: 'already-mended', vulnerability: flaw }],
  'operations-off': [{ refused: 'operations-off' }],
  'too-late': [{ refused: 'too-late' }],
  'once-a-session': (['calm', 'flexibility', 'point-of-order', 'operate'] as const).map((what) => ({
    refused: 'once-a-session',
    what,
  })),
  'too-many-interviews': [
    { refused: 'too-many-interviews', most: 1 },
    { refused: 'too-many-interviews', most: 0 },
  ],
  'vow-stands': [{ refused: 'vow-stands', article, option: 1 }],
  'not-your-red-line': [{ refused: 'not-your-red-line', article, option: 1 }],
  'not-secret': [{ refused: 'not-secret', deal: asDeal('deal-1') }],
  'floor-closed': [{ refused: 'floor-closed', most: 8 }],
  'off-agenda': [{ refused: 'off-agenda', article }],
  'not-settled': [{ refused: 'not-settled', article }],
  'already-sponsor': [{ refused: 'already-sponsor', amendment: amendment.id }],
  'amendment-closed': [{ refused: 'amendment-closed', amendment: amendment.id }],
  'amendment-votes-off': [{ refused: 'amendment-votes-off' }],
  'too-many-groups': [{ refused: 'too-many-groups', most: 2 }],
  'group-stands': [{ refused: 'group-stands', article }],
  'not-facilitator': [{ refused: 'not-facilitator', article }],
  'group-not-agreed': [{ refused: 'group-not-agreed', article, by: mara }],
  'nothing-adopted': [{ refused: 'nothing-adopted' }],
  'no-signature-needed': [{ refused: 'no-signature-needed' }],
  'already-signed': [{ refused: 'already-signed' }],
  'already-explained': [{ refused: 'already-explained' }],
  'no-inquiry': [{ refused: 'no-inquiry', incident }],
  'victim-first': [{ refused: 'victim-first', incident, victim: kest }],
  'not-attributed': [{ refused: 'not-attributed', incident, by: mara }],
  malformed: [{ refused: 'malformed', field: 'tone' }],
  'too-many-positions': [{ refused: 'too-many-positions', most: 3 }],
  'no-change': [{ refused: 'no-change' }],
  'already-on-table': [{ refused: 'already-on-table', article, option: 1 }],
  'over-budget': [{ refused: 'over-budget', token, have: 1, need: 4 }],
  'cannot-give': [{ refused: 'cannot-give', concession, by: kest }],
  'already-given': [{ refused: 'already-given', concession, by: kest }],
  'no-clues': [{ refused: 'no-clues', incident }],
  'no-more-clues': [{ refused: 'no-more-clues', incident }],
  'already-responded': [{ refused: 'already-responded', incident }],
  'not-concerned': [{ refused: 'not-concerned', incident }],
  'not-accused': [{ refused: 'not-accused', incident, on: mara }],
  'truth-is-out': [{ refused: 'truth-is-out', incident }],
  'culprit-needed': [{ refused: 'culprit-needed' }],
  'culprit-not-fitting': [{ refused: 'culprit-not-fitting' }],
  'joins-and-opposes': [{ refused: 'joins-and-opposes', by: kest }],
  oneself: [{ refused: 'oneself' }],
  'empty-offer': [{ refused: 'empty-offer' }],
  'stranger-in-deal': [{ refused: 'stranger-in-deal', delegation: tolv }],
  'silent-party': [{ refused: 'silent-party', delegation: tolv }],
  'too-many-offers': [{ refused: 'too-many-offers', most: 4 }],
  'same-offer-stands': [{ refused: 'same-offer-stands', offer }],
  'past-session': [{ refused: 'past-session', session: 4, now: 0, last: 1 }],
  'not-addressee': [{ refused: 'not-addressee', offer }],
  'not-your-offer': [{ refused: 'not-your-offer', offer }],
  'already-accepted': [{ refused: 'already-accepted', offer }],
  'not-your-promise': [{ refused: 'not-your-promise', pledge }],
  'promise-settled': [{ refused: 'promise-settled', pledge }],
  'nothing-to-perform': [{ refused: 'nothing-to-perform', pledge }],
  'no-text-put': [{ refused: 'no-text-put' }],
  'text-already-put': [{ refused: 'text-already-put' }],
  'too-many-texts': [{ refused: 'too-many-texts', most: 2 }],
  'method-not-open': [{ refused: 'method-not-open', method: 'vote', open: ['silence', 'consensus'] }],
  'already-answered': [{ refused: 'already-answered' }],
  'wrong-answer': [{ refused: 'wrong-answer', method: 'vote' }],
};

export const reasons: Samples<Reason, 'code'> = {
  'worse-than-no-agreement': [
    { code: 'worse-than-no-agreement' },
    { code: 'worse-than-no-agreement', short: 250 },
  ],
  'better-than-no-agreement': [
    { code: 'better-than-no-agreement' },
    { code: 'better-than-no-agreement', gain: 310 },
  ],
  'red-line': [{ code: 'red-line', article }],
  unbalanced: [{ code: 'unbalanced' }, { code: 'unbalanced', gain: -120 }],
  'not-enough': [{ code: 'not-enough' }, { code: 'not-enough', gain: 12 }],
  gains: [{ code: 'gains' }, { code: 'gains', gain: 120 }],
  'article-hurts': [
    { code: 'article-hurts', article },
    { code: 'article-hurts', article, loss: 340 },
  ],
  'article-helps': [
    { code: 'article-helps', article },
    { code: 'article-helps', article, gain: 340 },
  ],
  bearable: [
    { code: 'bearable', article },
    { code: 'bearable', article, loss: 120 },
  ],
  'keeps-draft': [{ code: 'keeps-draft', article }],
  'helps-you': [{ code: 'helps-you', article }],
  needs: [{ code: 'needs', what: concession }],
  'matters-more': [{ code: 'matters-more', article, than: other }],
  linked: [{ code: 'linked', first, second }],
  'too-early': [{ code: 'too-early' }],
  'time-is-short': [{ code: 'time-is-short' }],
  'low-trust': [{ code: 'low-trust', towards: kest }],
  'broken-promise': [{ code: 'broken-promise', by: kest }],
  'given-elsewhere': [{ code: 'given-elsewhere', what: concession }],
  'not-enough-tokens': [{ code: 'not-enough-tokens', token }],
  'no-longer-possible': [{ code: 'no-longer-possible' }],
  'builds-coalition': [{ code: 'builds-coalition', with: [kest, mara], provision: first }],
  'builds-minority': [{ code: 'builds-minority', with: [kest, mara], containing: [first, second] }],
  'nothing-lost': [{ code: 'nothing-lost' }],
  'friend-wants': [{ code: 'friend-wants', friend: kest }],
  'due-to-us': [{ code: 'due-to-us' }, { code: 'due-to-us', gain: 120 }],
  promised: [{ code: 'promised', to: kest }],
  'evidence-points-to': [
    { code: 'evidence-points-to' },
    { code: 'evidence-points-to', towards: kest, belief: 0.7 },
  ],
  'evidence-too-thin': [{ code: 'evidence-too-thin' }, { code: 'evidence-too-thin', belief: 0.4 }],
  'meets-objections': [{ code: 'meets-objections', article, of: [kest, mara] }],
  'objections-remain': [{ code: 'objections-remain', articles: [article, other], of: [kest] }],
  'no-objections': [{ code: 'no-objections' }],
  'calms-tension': [{ code: 'calms-tension' }],
  'victim-asks': [{ code: 'victim-asks' }],
  'prepares-point': [{ code: 'prepares-point', track, point }],
  'mends-flaw': [{ code: 'mends-flaw', vulnerability: flaw }],
  'warns-in-time': [{ code: 'warns-in-time', of: mara }],
  'speaks-home': [{ code: 'speaks-home' }],
  'asks-capital': [{ code: 'asks-capital', redLine: first }],
  routine: [{ code: 'routine' }],
};

export const changes: Samples<WouldChange, 'kind'> = {
  provision: [{ kind: 'provision', provision: first }],
  'not-provision': [{ kind: 'not-provision', provision: first }],
  tokens: [{ kind: 'tokens', token, amount: 2 }],
  concession: [{ kind: 'concession', concession }],
  'without-tokens': [{ kind: 'without-tokens', token }],
  'fewer-tokens': [{ kind: 'fewer-tokens', token, amount: 2 }],
  'without-concession': [{ kind: 'without-concession', concession }],
  'without-join': [{ kind: 'without-join', containing: [first, second] }],
  'without-oppose': [{ kind: 'without-oppose', containing: [first, second] }],
  'without-intelligence': [{ kind: 'without-intelligence', incident }],
  'without-restraint': [{ kind: 'without-restraint' }],
  'without-point': [{ kind: 'without-point', track, point }],
  later: [{ kind: 'later' }],
  nothing: [{ kind: 'nothing' }],
};

const sides = { by: kest, to: mara } as const;
const now = { on: 'now' } as const;
const onAdoption = { on: 'adoption', containing: [] } as const;
const onAdoptionOf = { on: 'adoption', containing: [first, second] } as const;

export const undertakings: Samples<Undertaking, 'kind'> = {
  tokens: [now, onAdoption, onAdoptionOf].map((when) => ({
    kind: 'tokens',
    ...sides,
    token,
    amount: 2,
    when,
  })),
  deed: [now, onAdoption, onAdoptionOf].map((when) => ({ kind: 'deed', ...sides, concession, when })),
  position: [
    { kind: 'position', ...sides, provision: first, stance: 'accept' },
    { kind: 'position', ...sides, provision: first, stance: 'support' },
  ],
  join: [{ kind: 'join', ...sides, containing: [first, second] }],
  oppose: [{ kind: 'oppose', ...sides, containing: [first, second] }],
  intelligence: [{ kind: 'intelligence', ...sides, incident }],
  restraint: [{ kind: 'restraint', ...sides, through: 1 }],
  later: [{ kind: 'later', ...sides, concession, due: 1 }],
  point: [{ kind: 'point', ...sides, track, point }],
};

export const tensionCauses: Samples<TensionCause, 'code'> = {
  incident: [{ code: 'incident', incident }],
  response: [{ code: 'response', incident, by: kest }],
  context: [{ code: 'context', card }],
  'sharp-words': [{ code: 'sharp-words', by: kest }],
  calm: [{ code: 'calm' }],
  'text-failed': [{ code: 'text-failed' }],
  calming: [{ code: 'calming', by: kest, move }],
  point: [{ code: 'point', track, point }],
  rupture: [{ code: 'rupture', track, incident }],
  operation: [{ code: 'operation', operation: operation.id }],
  facilitator: [{ code: 'facilitator' }],
};

export const trustCauses: Samples<TrustCause, 'code'> = {
  kept: [{ code: 'kept', pledge }],
  broke: [{ code: 'broke', pledge }],
  deal: [{ code: 'deal', deal: 'deal-1' }],
  assisted: [{ code: 'assisted', incident }],
  shared: [{ code: 'shared', incident }],
  accused: [{ code: 'accused', incident }],
  'wrongly-accused': [{ code: 'wrongly-accused', incident }],
  sanctioned: [{ code: 'sanctioned', incident }],
  'warm-words': [{ code: 'warm-words' }],
  'sharp-words': [{ code: 'sharp-words' }],
  blocked: [{ code: 'blocked' }],
  warned: [{ code: 'warned', warning: warning.id }],
  condemned: [{ code: 'condemned', incident }],
  unhelped: [{ code: 'unhelped', incident }],
  'hit-back': [{ code: 'hit-back', incident }],
  calming: [{ code: 'calming', move }],
  point: [{ code: 'point', track, point }],
  suspended: [{ code: 'suspended', track }],
  operation: [{ code: 'operation', operation: operation.id }],
  'secret-deal': [{ code: 'secret-deal', deal: asDeal('deal-1') }],
  leaked: [{ code: 'leaked', what: incident }],
  cited: [{ code: 'cited', article }],
  explained: [{ code: 'explained' }],
  context: [{ code: 'context', card }],
  facilitator: [{ code: 'facilitator' }],
};

export const instructionCauses: Samples<InstructionCause, 'code'> = {
  incident: [{ code: 'incident', incident }],
  context: [{ code: 'context', card }],
  point: [{ code: 'point', track, point }],
  rupture: [{ code: 'rupture', track, incident }],
  operation: [{ code: 'operation', operation: operation.id }],
  vow: [{ code: 'vow', vow: { by: kest, ...first, says: 'never' } }],
  flexibility: [{ code: 'flexibility', redLine: first }],
  opinion: [{ code: 'opinion' }],
  facilitator: [{ code: 'facilitator' }],
};

export const opinionCauses: Samples<OpinionCause, 'code'> = {
  interview: [{ code: 'interview' }],
  'sharp-words': [{ code: 'sharp-words' }],
  accused: [{ code: 'accused', incident }],
  'wrongly-accused': [{ code: 'wrongly-accused', incident }],
  hit: [{ code: 'hit', incident }],
  helped: [{ code: 'helped', incident }],
  'broke-vow': [{ code: 'broke-vow', article }],
  operation: [{ code: 'operation', operation: operation.id }],
  explained: [{ code: 'explained' }],
  facilitator: [{ code: 'facilitator' }],
};

export const responses: Samples<Response, 'kind'> = {
  investigate: [{ kind: 'investigate' }],
  share: [
    { kind: 'share', with: 'all' },
    { kind: 'share', with: mara },
  ],
  inquiry: [{ kind: 'inquiry' }],
  assess: [{ kind: 'assess', origin: 'state', culprit: mara, confidence: 'low' }],
  leak: [{ kind: 'leak' }],
  ask: [
    { kind: 'ask', from: 'all' },
    { kind: 'ask', from: mara },
  ],
  condemn: [{ kind: 'condemn' }],
  endorse: [{ kind: 'endorse', whose: mara }],
  countermeasure: [{ kind: 'countermeasure', on: mara }],
  assist: [{ kind: 'assist' }],
  hotline: [{ kind: 'hotline', to: mara }],
  attribute: ORIGINS.flatMap((origin) =>
    CONFIDENCES.map((confidence) => ({
      kind: 'attribute' as const,
      origin,
      confidence,
      ...(origin === 'accident' || origin === 'criminals' ? {} : { culprit: mara }),
    })),
  ),
  sanction: [{ kind: 'sanction', on: mara }],
};

const mandate: Mandate = {
  table: [],
  pairs: [],
  base: 0,
  redLines: [],
  reservation: 4000,
  tokenWorth: [],
  costs: [],
  gains: [],
  points: [],
  vows: [],
  tensionStake: 0,
  damageStake: 0,
  faceStake: 0,
  raw: { weights: [], values: [], pairs: [] },
};

const outcome: Outcome = {
  end: 'not-adopted',
  session: 1,
  seats: [],
  tension: 30,
  damage: 0,
  promises: { made: 0, kept: 0, broken: 0, void: 0 },
};

const made: Offer = {
  id: offer,
  from: kest,
  to: [mara, tolv],
  undertakings: all(undertakings),
  open: false,
  expires: 1,
  accepted: [],
  because: [],
};

const clue = { index: 0, origin: 'state', culprit: mara, reliability: 60 } as const;
const deed = { kind: 'deed', ...sides, concession, when: now } as const;
const answers = [
  { by: kest, answer: 'join', articles: [], because: [] },
  { by: mara, answer: 'object', articles: [article], because: [{ code: 'red-line', article }] },
  { by: tolv, answer: 'object', articles: [], because: [] },
] as const;

export const events: Samples<Event, 'kind'> = {
  'phase-opened': PHASES.map((phase) => ({ kind: 'phase-opened', session: 1, phase })),
  done: [{ kind: 'done', by: kest }],
  'context-drawn': [{ kind: 'context-drawn', card }],
  'tension-moved': all(tensionCauses).flatMap((why) => [
    { kind: 'tension-moved' as const, by: 4, to: 44, why },
    { kind: 'tension-moved' as const, by: -4, to: 36, why },
  ]),
  'trust-moved': all(trustCauses).flatMap((why) => [
    { kind: 'trust-moved' as const, from: kest, to: mara, by: 6, why },
    { kind: 'trust-moved' as const, from: kest, to: mara, by: -6, why },
  ]),
  instructed: all(instructionCauses).map((why) => ({
    kind: 'instructed',
    delegation: kest,
    mandate,
    why,
  })),
  'tokens-moved': [
    { kind: 'tokens-moved', from: kest, to: mara, token, amount: 2 },
    { kind: 'tokens-moved', from: kest, to: 'escrow', token, amount: 2 },
    { kind: 'tokens-moved', from: 'world', to: kest, token, amount: 2 },
  ],
  'incident-struck': [
    { kind: 'incident-struck', incident, victim: kest, damage: 6, warned: false },
    {
      kind: 'incident-struck',
      incident,
      victim: kest,
      damage: 6,
      suspect: mara,
      exploited: flaw,
      warned: true,
    },
  ],
  'incident-hidden': [{ kind: 'incident-hidden', incident, truth: { origin: 'accident', clues: [] } }],
  'clue-found': [{ kind: 'clue-found', incident, by: kest, clue }],
  'clues-shared': [
    { kind: 'clues-shared', incident, by: kest, with: 'all', clues: [clue] },
    { kind: 'clues-shared', incident, by: kest, with: mara, clues: [clue, { ...clue, index: 1 }] },
  ],
  responded: all(responses).flatMap((response) => [
    { kind: 'responded' as const, incident, by: kest, response, cites: [] },
    { kind: 'responded' as const, incident, by: kest, response, cites: [article, other] },
  ]),
  'damage-eased': [{ kind: 'damage-eased', incident, by: kest, points: 2 }],
  'truth-out': [
    { kind: 'truth-out', incident, origin: 'accident' },
    { kind: 'truth-out', incident, origin: 'false-flag', culprit: tolv },
  ],
  spoke: [
    { kind: 'spoke', by: kest, positions: [], priorities: [], tone: 'plain', names: [], cites: [] },
    {
      kind: 'spoke',
      by: kest,
      positions: STANCES.map((stance) => ({ ...first, stance, beside: second })),
      priorities: [article],
      tone: 'sharp',
      names: [mara, tolv],
      cites: [article],
    },
  ],
  replied: [{ kind: 'replied', by: mara, to: kest, tone: 'warm' }],
  'position-taken': STANCES.map((stance) => ({
    kind: 'position-taken',
    by: kest,
    position: { ...first, stance },
  })),
  amended: [
    { kind: 'amended', by: kest, article, option: 2, reopened: false, amendment },
    { kind: 'amended', by: kest, article, option: 2, reopened: true, amendment },
    {
      kind: 'amended',
      by: kest,
      article,
      option: 2,
      reopened: false,
      amendment: { ...amendment, state: 'waiting' },
    },
  ],
  'draft-issued': [
    { kind: 'draft-issued', number: 1, articles: [{ option: 1, brackets: [], settled: true }] },
  ],
  offered: [{ kind: 'offered', offer: made }],
  'offer-accepted': [{ kind: 'offer-accepted', offer, by: mara, parties: [kest, mara], because: [] }],
  'offer-declined': [
    { kind: 'offer-declined', offer, by: mara, parties: [kest, mara], because: [], wouldChange: [] },
    {
      kind: 'offer-declined',
      offer,
      by: mara,
      parties: [kest, mara],
      because: all(reasons),
      wouldChange: all(changes),
    },
  ],
  'offer-withdrawn': [{ kind: 'offer-withdrawn', offer, by: kest, parties: [kest, mara] }],
  'offer-lapsed': [{ kind: 'offer-lapsed', offer, parties: [kest, mara] }],
  'deal-struck': [true, false].map((open) => ({
    kind: 'deal-struck',
    offer,
    deal: { id: asDeal('deal-1'), parties: [kest, mara], undertakings: [], open, session: 0 },
  })),
  'deed-done': [{ kind: 'deed-done', undertaking: deed, open: true }],
  promised: all(undertakings).map((undertaking) => ({
    kind: 'promised',
    pledge: { id: pledge, deal: asDeal('deal-1'), undertaking, state: 'open', open: true },
  })),
  'promise-settled': PROMISE_STATES.map((state) => ({
    kind: 'promise-settled',
    pledge,
    state,
    by: kest,
    to: mara,
    open: true,
  })),
  'conditions-met': [
    { kind: 'conditions-met', carriedOut: [] },
    { kind: 'conditions-met', carriedOut: [deed] },
  ],
  'text-put': [
    ...(['silence', 'consensus', 'vote'] as const).map((method) => ({
      kind: 'text-put' as const,
      text: [1, 1, 1],
      method,
    })),
    { kind: 'text-put', text: [1, 1, 1], method: 'vote', amendment: amendment.id },
  ],
  answered: (['join', 'object', 'yes', 'no', 'abstain'] as const).map((answer) => ({
    kind: 'answered',
    by: kest,
    answer,
    articles: [],
    because: [],
  })),
  decided: [
    { kind: 'decided', method: 'silence', text: [1, 1, 1], adopted: true, answers: [], valid: true },
    { kind: 'decided', method: 'consensus', text: [1, 1, 1], adopted: false, answers, valid: true },
    { kind: 'decided', method: 'vote', text: [1, 1, 1], adopted: false, answers: [], valid: false },
    ...[true, false].map((adopted) => ({
      kind: 'decided' as const,
      method: 'vote' as const,
      text: [1, 1, 1],
      adopted,
      answers,
      valid: true,
      amendment: amendment.id,
    })),
  ],
  closed: [
    { kind: 'closed', end: 'adopted', text: [1, 1, 1], method: 'consensus' },
    { kind: 'closed', end: 'not-adopted' },
    { kind: 'closed', end: 'collapsed' },
  ],
  scored: [{ kind: 'scored', outcome }],
  mended: [{ kind: 'mended', by: kest, vulnerability: flaw }],
  warned: [{ kind: 'warned', warning }],
  'warning-passed': [
    { kind: 'warning-passed', warning, by: kest, to: mara },
    { kind: 'warning-passed', warning, by: kest, to: 'all' },
  ],
  'track-step': [
    ...TRACK_STEPS.map((step) => ({
      kind: 'track-step' as const,
      track,
      by: kest,
      step,
      open: step !== 'suspend',
    })),
    { kind: 'track-step', track, by: kest, step: 'resume', open: false },
    { kind: 'track-step', track, by: 'world', step: 'suspend', open: false },
    { kind: 'track-step', track, by: 'world', step: 'resume', open: true },
  ],
  'point-agreed': [
    { kind: 'point-agreed', track, point, parties: [kest, mara] },
    { kind: 'point-agreed', track, point, parties: [] },
  ],
  'operation-ordered': [{ kind: 'operation-ordered', operation }],
  'operation-done': [
    { kind: 'operation-done', operation: operation.id, by: kest, succeeded: true },
    { kind: 'operation-done', operation: operation.id, by: kest, succeeded: false, incident },
  ],
  'operation-exposed': [{ kind: 'operation-exposed', operation }],
  'secret-learned': [{ kind: 'secret-learned', by: kest, about: mara, redLine: first }],
  calmed: [{ kind: 'calmed', by: kest, move }],
  interviewed: [
    { kind: 'interviewed', by: kest, tone: 'plain', names: [] },
    { kind: 'interviewed', by: kest, tone: 'sharp', names: [mara, tolv], vow: { ...first, says: 'never' } },
    { kind: 'interviewed', by: kest, tone: 'warm', names: [], vow: { ...first, says: 'must' } },
  ],
  'opinion-moved': all(opinionCauses).flatMap((why) => [
    { kind: 'opinion-moved' as const, delegation: kest, by: 4, to: 54, why },
    { kind: 'opinion-moved' as const, delegation: kest, by: -4, to: 46, why },
  ]),
  'deal-leaked': [
    {
      kind: 'deal-leaked',
      deal: { id: asDeal('deal-1'), parties: [kest, mara], undertakings: [], open: true, session: 0 },
    },
  ],
  leaked: [
    { kind: 'leaked', by: kest, what: incident },
    { kind: 'leaked', by: kest, what: asDeal('deal-1') },
  ],
  'leak-traced': [{ kind: 'leak-traced', by: kest, what: incident }],
  flexed: [true, false].map((granted) => ({ kind: 'flexed', by: kest, redLine: first, granted })),
  'clues-leaked': [{ kind: 'clues-leaked', incident, clues: [clue] }],
  'agenda-set': [{ kind: 'agenda-set', articles: [article, other] }],
  'group-formed': [{ kind: 'group-formed', group }],
  'group-reported': [{ kind: 'group-reported', article, by: kest, option: 1 }],
  sponsored: [{ kind: 'sponsored', amendment: amendment.id, by: mara }],
  'point-of-order': [true, false].map((sustained) => ({
    kind: 'point-of-order',
    article,
    by: mara,
    sustained,
  })),
  signed: [{ kind: 'signed', by: kest }],
  explained: [{ kind: 'explained', by: kest, articles: [article], tone: 'plain' }],
  facilitated: [
    { kind: 'facilitated', what: 'incident' },
    { kind: 'facilitated', what: 'context' },
    { kind: 'facilitated', what: 'leak-deal' },
    { kind: 'facilitated', what: 'leak-clues' },
    { kind: 'facilitated', what: 'truth' },
    { kind: 'facilitated', what: 'bulletin', headline: 'Grid down', story: '' },
    { kind: 'facilitated', what: 'bulletin', headline: 'Grid down', story: 'In two towns' },
    { kind: 'facilitated', what: 'instruction' },
    { kind: 'facilitated', what: 'correct', of: 'tokens', because: 'a wrong click' },
    { kind: 'facilitated', what: 'close' },
  ],
  'instruction-given': [{ kind: 'instruction-given', to: kest, message: 'Hold out for the fund' }],
  corrected: [
    { kind: 'corrected', what: { of: 'damage', delegation: kest, to: 3 } },
    { kind: 'corrected', what: { of: 'tension', to: 30 } },
    { kind: 'corrected', what: { of: 'article', article, now: { option: 1, brackets: [], settled: true } } },
  ],
};
