import type { Undertaking } from './deal.ts';
import type {
  AmendmentId,
  ArticleId,
  CalmingId,
  DealId,
  DelegationId,
  IncidentId,
  OfferId,
  OperationCardId,
  PromiseId,
  SeatId,
  TrackId,
  VulnerabilityId,
  WarningId,
} from './ids.ts';
import type { Intervention } from './intervention.ts';
import type { Provision, Text } from './mandate.ts';
import type { Reason, WouldChange } from './reason.ts';
import type { Answer, Confidence, Method, Origin, Stance, Tone, TrackStep, Vow } from './vocabulary.ts';

/** What a seat may ask for. In rulebook order; `may.ts` says when each is possible. */
export type Command =
  // any delegation, in any phase
  | { readonly kind: 'done' }
  // incidents: briefing, floor, corridor
  | {
      readonly kind: 'respond';
      readonly incident: IncidentId;
      readonly response: Response;
      /** Settled articles one refers to. */
      readonly cites?: readonly ArticleId[];
    }
  /** A warning one has is passed on. */
  | { readonly kind: 'warn'; readonly warning: WarningId; readonly to: DelegationId | 'all' }
  // briefing, capital: what is known and unmended at home is mended
  | { readonly kind: 'mend'; readonly vulnerability: VulnerabilityId }
  // any phase but the decision
  | { readonly kind: 'track'; readonly track: TrackId; readonly step: TrackStep }
  | { readonly kind: 'calm'; readonly move: CalmingId }
  | {
      readonly kind: 'interview';
      readonly vow?: Provision & { readonly says: Vow };
      readonly tone: Tone;
      readonly names: readonly DelegationId[];
    }
  /** A secret deal of one's own goes to the press, unsigned. */
  | { readonly kind: 'leak'; readonly deal: DealId }
  // capital
  | { readonly kind: 'flexibility'; readonly redLine: Provision }
  | {
      readonly kind: 'operate';
      readonly operation: OperationCardId;
      readonly against: DelegationId;
      readonly proxy: boolean;
    }
  // floor: once a session
  | {
      readonly kind: 'speak';
      readonly positions: readonly Position[];
      readonly priorities: readonly ArticleId[];
      readonly tone: Tone;
      readonly names: readonly DelegationId[];
      /** Settled articles one refers to. */
      readonly cites?: readonly ArticleId[];
    }
  // floor: whoever was named may reply once
  | { readonly kind: 'reply'; readonly to: DelegationId; readonly tone: Tone }
  // corridor and drafting (on the floor it is part of the statement)
  | { readonly kind: 'position'; readonly positions: readonly Position[] }
  // floor and drafting: puts an option in brackets beside what stands
  | { readonly kind: 'amend'; readonly article: ArticleId; readonly option: number }
  /** Co-sponsors an amendment; its mover thereby writes it anew on the text that now stands. */
  | { readonly kind: 'sponsor'; readonly amendment: AmendmentId }
  // drafting: against the settling of an article over an objection
  | { readonly kind: 'point-of-order'; readonly article: ArticleId }
  // corridor, drafting: the facilitator of a contact group reports what its members can live with
  | { readonly kind: 'report'; readonly article: ArticleId; readonly option: number }
  // corridor
  | {
      readonly kind: 'offer';
      readonly to: readonly DelegationId[];
      readonly undertakings: readonly Undertaking[];
      readonly open: boolean;
      readonly expires: number;
      readonly answers?: OfferId;
      readonly because: readonly Reason[];
    }
  | { readonly kind: 'accept'; readonly offer: OfferId; readonly because: readonly Reason[] }
  | {
      readonly kind: 'decline';
      readonly offer: OfferId;
      readonly because: readonly Reason[];
      readonly wouldChange: readonly WouldChange[];
    }
  | { readonly kind: 'withdraw'; readonly offer: OfferId }
  // corridor, drafting, capital: does what a `later` promise said
  | { readonly kind: 'perform'; readonly pledge: PromiseId }
  // decision
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly articles: readonly ArticleId[];
      readonly because: readonly Reason[];
    }
  // decision, capital: after a text has been adopted
  | { readonly kind: 'sign' }
  | { readonly kind: 'explain'; readonly articles: readonly ArticleId[]; readonly tone: Tone }
  // the Chair
  | { readonly kind: 'agenda'; readonly articles: readonly ArticleId[] }
  | {
      readonly kind: 'group';
      readonly article: ArticleId;
      readonly facilitator: DelegationId;
      readonly members: readonly DelegationId[];
    }
  | { readonly kind: 'draft'; readonly articles: readonly DraftArticle[] }
  | {
      readonly kind: 'put';
      readonly text: Text;
      readonly method: Method;
      /** The vote is on this amendment alone; `text` is what stands with it. */
      readonly amendment?: AmendmentId;
    }
  | { readonly kind: 'gavel' }
  | { readonly kind: 'advance' }
  // whoever runs the room
  | { readonly kind: 'intervene'; readonly intervention: Intervention };

export type CommandKind = Command['kind'];

export interface Position extends Provision {
  readonly stance: Stance;
  /** What stands in the draft on another article, if the stance is for as long as that stands there. */
  readonly beside?: Provision;
}

/** One article of a Chair's draft, in the scenario's order of articles. */
export interface DraftArticle {
  /** What stands. */
  readonly option: number;
  /** Other options kept in brackets; none if `settled`. */
  readonly brackets: readonly number[];
  /** Agreed ad referendum: no brackets left. It takes effect politically at once (it softens incidents). */
  readonly settled: boolean;
}

export type Response =
  /** Spends the procedure's `investigateCost`, finds the next clue. */
  | { readonly kind: 'investigate' }
  /** The victim opens a joint inquiry, another joins it: each pays for one more clue, which all in it see. */
  | { readonly kind: 'inquiry' }
  /** One's line in the inquiry's joint assessment, which all in it see. It replaces one's earlier line. */
  | {
      readonly kind: 'assess';
      readonly origin: Origin;
      readonly culprit?: DelegationId;
      readonly confidence: Confidence;
    }
  /** Hands over every clue one has, to one delegation or to all. */
  | { readonly kind: 'share'; readonly with: DelegationId | 'all' }
  /** All one's clues go to the press, unsigned. */
  | { readonly kind: 'leak' }
  /** The victim asks somebody, or all, for help: a team is then more welcome, and a refusal is remembered. */
  | { readonly kind: 'ask'; readonly from: DelegationId | 'all' }
  /** Experts for the victim: spends `assistCost`; damage falls, trust grows. */
  | { readonly kind: 'assist' }
  /** The victim, or whoever is suspected, calls the other: tension falls. */
  | { readonly kind: 'hotline'; readonly to: DelegationId }
  /** The deed is condemned, its author not named. */
  | { readonly kind: 'condemn' }
  /** Statement on who did it, public or (`quiet`) to the accused alone. `culprit` is absent for accident and criminals. */
  | {
      readonly kind: 'attribute';
      readonly origin: Origin;
      readonly culprit?: DelegationId;
      readonly confidence: Confidence;
      readonly quiet?: boolean;
    }
  /** Joins another's public attribution. */
  | { readonly kind: 'endorse'; readonly whose: DelegationId }
  | { readonly kind: 'sanction'; readonly on: DelegationId }
  /** A measure against whom one has accused in public, or whom the truth has named: it hurts, and tension rises steeply. */
  | { readonly kind: 'countermeasure'; readonly on: DelegationId };

/** A command and who gives it. */
export interface Move {
  readonly seat: SeatId;
  readonly command: Command;
}
