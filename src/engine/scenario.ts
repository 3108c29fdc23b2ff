import type {
  ArticleId,
  ConcessionId,
  ContextId,
  DelegationId,
  IncidentId,
  TokenId,
  TrackId,
} from './ids.ts';
import type {
  CalmingMove,
  Intelligence,
  Operations,
  PayOff,
  Press,
  Signature,
  Track,
  Vulnerability,
} from './scenario-world.ts';
import type { Clock, Rules } from './rules.ts';
import type { Method, Origin, Phase, Sector, Style, Threshold } from './vocabulary.ts';

/**
 * A checked scenario: the whole content of a game except its seed. Public knowledge: it gives ranges, the seed draws from them.
 * `src/scenario` makes it from a YAML file; nothing here is optional that the rules would have to guess.
 */
export interface Scenario {
  /** Version of the file format in which it was read. */
  readonly format: number;
  readonly id: string;
  /** Of the content, e.g. `1.0.0`. A saved game names it. */
  readonly version: string;
  /** BCP 47 tag of the language in which every `Words` is present. */
  readonly language: string;
  readonly title: Words;
  readonly subtitle: Words;
  readonly summary: Words;
  readonly setting: { readonly place: Words; readonly from: string; readonly to: string };
  /** Playing time alone, author's estimate, minutes. */
  readonly minutes: number;
  readonly sessions: readonly Session[];
  readonly procedure: Procedure;
  readonly tokens: readonly Token[];
  readonly chair: { readonly name: Words; readonly about: Words; readonly flag: string };
  readonly delegations: readonly Delegation[];
  readonly articles: readonly Article[];
  readonly linkages: readonly Linkage[];
  readonly concessions: readonly Concession[];
  readonly tension: TensionLadder;
  /** Trust at the start, 0 to 100, where it is not `usual`. */
  readonly trust: { readonly usual: number; readonly pairs: readonly TrustPair[] };
  readonly incidents: readonly IncidentCard[];
  readonly contexts: readonly ContextCard[];
  readonly tracks: readonly Track[];
  readonly payoffs: readonly PayOff[];
  readonly vulnerabilities: readonly Vulnerability[];
  readonly intelligence: Intelligence;
  readonly operations: Operations;
  readonly calming: readonly CalmingMove[];
  readonly press: Press;
  readonly rules: Rules;
  /** Minutes by phase. The rules know no clock: this is for whoever holds one. */
  readonly clock?: Clock;
  readonly goals: readonly LearningGoal[];
  readonly debrief: readonly DebriefQuestion[];
  readonly sources: readonly Source[];
}

/** A sentence by language. The scenario's own language is always there. */
export type Words = Readonly<Record<string, string>>;

/** Whole numbers from `min` to `max`, both included; the seed draws one. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** One round of play. */
export interface Session {
  readonly title: Words;
  readonly date: string;
  readonly phases: readonly Phase[];
  /** Chance in percent of a first, second, … incident in this session. */
  readonly incidents: readonly number[];
  /** How many context cards are drawn in the briefing. */
  readonly contexts: number;
  /** Minutes by phase where this session needs others than the scenario says. */
  readonly clock?: Clock;
}

export interface Procedure {
  /** Ways the Chair may put a text, in the order in which they must be tried within one decision phase. */
  readonly methods: readonly Method[];
  readonly threshold: Threshold;
  /** Percent of delegations that must cast a ballot (abstentions count) for a vote to be valid. */
  readonly quorum: number;
  /** How many texts may be put in one decision phase. */
  readonly textsPerDecision: number;
  /** How many positions one floor statement may declare. */
  readonly positionsPerStatement: number;
  /** How many offers one delegation may make in one corridor phase. */
  readonly offersPerCorridor: number;
  /** Tokens spent by whoever stops a consensus (as far as it has them). */
  readonly blockCost: Spending;
  /** Tokens spent to reopen a settled article by an amendment. */
  readonly reopenCost: Spending;
  /** Tokens one investigation of an incident spends. */
  readonly investigateCost: Spending;
  /** Tokens one team of experts sent to a victim spends. */
  readonly assistCost: Spending;
  /** Statements that one floor has time for; 0: as many as want to speak. Replies do not count. */
  readonly statements: number;
  /** Sponsors an amendment needs, its mover included, before it is put in brackets. */
  readonly sponsors: number;
  /** Whether open amendments can be put to a vote of their own before the whole text. */
  readonly amendmentVotes: boolean;
  /** Contact groups the Chair may form in one session. */
  readonly groups: number;
  /** Tokens spent by whoever raises a point of order that is not sustained. */
  readonly orderCost: Spending;
  /** Names of the Chair's texts, the zero draft first; the last one serves for all that follow. */
  readonly drafts: readonly Words[];
  readonly signature: Signature | null;
  /** Whether everybody's mandate and every incident's truth are shown when the game has closed. */
  readonly revealAtEnd: boolean;
  /** Whether whoever plays a delegation sees what the others think it wants. */
  readonly revealBeliefs: boolean;
}

export interface Spending {
  readonly token: TokenId;
  readonly amount: number;
}

/** Something countable that a delegation holds, spends and can hand over. */
export interface Token {
  readonly id: TokenId;
  readonly name: Words;
  readonly about: Words;
}

export interface Delegation {
  readonly id: DelegationId;
  readonly name: Words;
  /** At most some 14 characters: the placard. */
  readonly placard: Words;
  /** ISO 3166-1 alpha-2 in capitals, or `EU`, `UN`. */
  readonly flag: string;
  /** Coordinates of the capital for the world map: longitude, latitude in degrees. */
  readonly at: readonly [number, number];
  readonly groups: readonly string[];
  /** Public: who they are and what they are known to want. */
  readonly about: Words;
  /** For whoever plays it: the role sheet, second person. */
  readonly briefing: Words;
  /** How it answers, one line, shown to others. */
  readonly manner: Words;
  readonly style: Style;
  /** Percent of what it could give that its words leave unsaid, 0 to 60; what is usual for its style if absent. */
  readonly bluff?: number;
  /** Order and length of `articles`. */
  readonly wants: readonly Want[];
  readonly redLines: readonly RedLine[];
  /** Value of no agreement at the start, in points (0 to 100) of its own scale. */
  readonly reservation: Span;
  /** Order and length of `tokens`: what it starts with. */
  readonly tokens: readonly Span[];
  /** Order and length of `tokens`: hundredths of a point one unit is worth to it. */
  readonly tokenWorth: readonly Span[];
  readonly stakes: {
    /** Hundredths of a point lost per point of tension. */
    readonly tension: Span;
    /** Hundredths of a point lost per point of damage it suffers. */
    readonly damage: Span;
    /** Hundredths of a point lost when it is publicly accused. */
    readonly face: Span;
  };
  /** 0 to 10, the author's estimates. */
  readonly capacity: { readonly offence: number; readonly defence: number; readonly dependence: number };
}

/** What a delegation wants of one article. */
export interface Want {
  /** Importance before normalising, 0 to 100. */
  readonly weight: Span;
  /** By option, 0 (worst) to 100 (best) for this article. */
  readonly values: readonly Span[];
  /** Public opening position: the option it is known to favour. */
  readonly opening: number;
}

/** Options of an article that this delegation may never accept, with the chance in percent that the capital insists in this game. */
export interface RedLine {
  readonly article: ArticleId;
  readonly options: readonly number[];
  readonly chance: number;
}

export interface Article {
  readonly id: ArticleId;
  readonly title: Words;
  /** One or two words for tight places. */
  readonly short: Words;
  readonly about: Words;
  /** Option 0 is always *no text*. */
  readonly options: readonly Option[];
  /** What the Chair's zero draft says. */
  readonly draft: number;
}

export interface Option {
  /** Stable within the article, e.g. `named-list`. */
  readonly id: string;
  /** A few words: "Named list of sectors". */
  readonly label: Words;
  /** The treaty wording. Empty for *no text*. */
  readonly wording: Words;
}

/** What two provisions are worth together beyond what each is worth alone, by delegation, in points. */
export interface Linkage {
  readonly id: string;
  readonly about: Words;
  readonly first: { readonly article: ArticleId; readonly options: readonly number[] };
  readonly second: { readonly article: ArticleId; readonly options: readonly number[] };
  readonly worth: readonly { readonly delegation: DelegationId; readonly points: Span }[];
}

/** A deed one delegation can do for another: done once by each giver, its cost and worth drawn from ranges. */
export interface Concession {
  readonly id: ConcessionId;
  readonly title: Words;
  readonly about: Words;
  /** Who can give it, and what giving costs it in hundredths of a point. */
  readonly givers: readonly { readonly delegation: DelegationId; readonly cost: Span }[];
  /** To whom it is worth something, in hundredths of a point. */
  readonly receivers: readonly { readonly delegation: DelegationId; readonly worth: Span }[];
  /** Tokens the giver spends when it is done. */
  readonly spends: readonly Spending[];
  readonly sources: readonly string[];
}

export interface TensionLadder {
  readonly start: Span;
  /** From 0 upwards; names the steps of the ladder. */
  readonly steps: readonly {
    readonly from: number;
    readonly name: Words;
    readonly about: Words;
    /** When the world stood there, in a sentence; empty if not told. */
    readonly precedent: Words;
  }[];
  /** Points at which the talks collapse, up to 100. */
  readonly collapse: number;
  /** Most points it can rise in one session. */
  readonly risePerSession: number;
  /** Points it falls in each capital phase. */
  readonly calm: number;
}

export interface TrustPair {
  readonly from: DelegationId;
  readonly to: DelegationId;
  readonly trust: number;
}

export interface IncidentCard {
  readonly id: IncidentId;
  readonly title: Words;
  /** At most 60 words, with somebody's stake in it. `{victim}` stands for the victim's name. */
  readonly story: Words;
  readonly sector: Sector;
  /** 1 to 5. */
  readonly severity: number;
  /** Relative frequency among the cards that may still come. */
  readonly weight: number;
  readonly victims: readonly { readonly delegation: DelegationId; readonly weight: number }[];
  /** Percent, summing to 100. */
  readonly origins: readonly { readonly origin: Origin; readonly percent: number }[];
  /** Who may be behind it if it was a state or a proxy, and who may be framed by a false flag. */
  readonly culprits: readonly { readonly delegation: DelegationId; readonly weight: number }[];
  readonly clues: readonly ClueCard[];
  /** Articles that matter more afterwards: weight in percent of before, for the victim and, half as much, for all. */
  readonly touches: readonly { readonly article: ArticleId; readonly percent: number }[];
  readonly tension: Span;
  /** Damage points to the victim. */
  readonly damage: Span;
  /** Change of the victim's reservation value, in hundredths of a point. */
  readonly reservation: number;
  /** Settled provisions that soften it: what remains of damage and tension, in percent. */
  readonly damped: readonly {
    readonly article: ArticleId;
    readonly options: readonly number[];
    readonly damage: number;
    readonly tension: number;
  }[];
  readonly precedent: Words;
  readonly sources: readonly string[];
}

export interface ClueCard {
  readonly about: Words;
  /** Chance in percent that it points to the truth. */
  readonly reliability: number;
}

/** What a card does besides being read. */
export type Effect =
  | { readonly kind: 'tension'; readonly by: number }
  | {
      readonly kind: 'trust';
      readonly from: readonly DelegationId[];
      readonly to: readonly DelegationId[];
      readonly by: number;
    }
  | {
      readonly kind: 'weight';
      readonly article: ArticleId;
      readonly of: readonly DelegationId[];
      readonly percent: number;
    }
  | { readonly kind: 'reservation'; readonly of: readonly DelegationId[]; readonly by: number }
  | {
      readonly kind: 'tokens';
      readonly of: readonly DelegationId[];
      readonly token: TokenId;
      readonly by: number;
    }
  /** A side track is suspended, or (`open`) meets again. */
  | { readonly kind: 'track'; readonly track: TrackId; readonly open: boolean };

export interface ContextCard {
  readonly id: ContextId;
  readonly title: Words;
  readonly story: Words;
  readonly weight: number;
  /** Index of the first and last session in which it may be drawn. */
  readonly from: number;
  readonly to: number;
  readonly effects: readonly Effect[];
  readonly sources: readonly string[];
}

export interface LearningGoal {
  readonly id: string;
  readonly goal: Words;
  /** Which decisions of the game exercise it. */
  readonly decisions: Words;
}

export interface DebriefQuestion {
  readonly goal: string;
  readonly question: Words;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  /** `true`: the text was seen; `false`: general knowledge, to be checked by a teacher. */
  readonly seen: boolean;
}
