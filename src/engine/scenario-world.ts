import type {
  ArticleId,
  CalmingId,
  DelegationId,
  IncidentId,
  OperationCardId,
  PointId,
  TrackId,
  VulnerabilityId,
} from './ids.ts';
import type { Provision } from './mandate.ts';
import type { Effect, Span, Spending, Words } from './scenario.ts';
import type { Benefit, OperationKind, Sector, TrackKind } from './vocabulary.ts';

/** The world around the plenary: other rooms, what the text gives in play, resilience, intelligence, operations, the press. */

/** A smaller room beside the plenary, in which a few can agree between themselves. */
export interface Track {
  readonly id: TrackId;
  readonly title: Words;
  readonly about: Words;
  readonly kind: TrackKind;
  readonly members: readonly DelegationId[];
  /** Index of the first and last session in which it meets. */
  readonly from: number;
  readonly to: number;
  /** Whether it meets at the start, or must first be resumed. */
  readonly open: boolean;
  /** Spent by a member for going in for a session. */
  readonly cost: Spending;
  readonly points: readonly TrackPoint[];
  /** Parallel only: chance in percent that a session reaches the next point, and what each member working there adds. */
  readonly advance: { readonly chance: number; readonly each: number };
  /** While it is suspended and an incident hits a member: hundredths its members' reservation values lose; points of tension more. */
  readonly rupture: { readonly reservation: number; readonly tension: number };
  readonly sources: readonly string[];
}

/** Something that can be agreed in a side track, or that a parallel negotiation reaches. */
export interface TrackPoint {
  readonly id: PointId;
  readonly title: Words;
  readonly about: Words;
  /** How many must agree, 2 or more. */
  readonly needs: number;
  /** What being a party to it is worth, hundredths of a point. */
  readonly worth: readonly { readonly delegation: DelegationId; readonly worth: Span }[];
  /** What it does as soon as it is agreed. */
  readonly effects: readonly Effect[];
  /** Language its parties bring to the plenary: put in brackets there and supported by them. */
  readonly writes: Provision | null;
  /** What remains, in percent, of the damage and tension of an incident whose victim is a party, while the track is not suspended. */
  readonly softens: { readonly damage: number; readonly tension: number };
}

/** What a settled provision makes better in play: percent of what is usual without it. */
export interface PayOff {
  readonly article: ArticleId;
  readonly options: readonly number[];
  readonly gives: Benefit;
  readonly percent: number;
}

/** A known flaw. Where it is not mended, incidents in these sectors do more damage. */
export interface Vulnerability {
  readonly id: VulnerabilityId;
  readonly title: Words;
  readonly about: Words;
  readonly sectors: readonly Sector[];
  /** Percent of the usual damage, 100 or more. */
  readonly percent: number;
  readonly holders: readonly { readonly delegation: DelegationId; readonly chance: number }[];
  /** Spent for mending it. */
  readonly cost: Spending;
  readonly sources: readonly string[];
}

/** Who is warned before incidents, and briefed after them. */
export interface Intelligence {
  /** Chance in percent of a warning before a session, and chance in percent that what it says is so. */
  readonly warnings: readonly {
    readonly delegation: DelegationId;
    readonly chance: number;
    readonly reliability: number;
  }[];
  /** Chance in percent of seeing the first clue at once. */
  readonly briefings: readonly { readonly delegation: DelegationId; readonly chance: number }[];
  /** What remains, in percent, of the damage to a victim that was warned. */
  readonly heeded: number;
}

/** Operations that a state may order. Policy level only: what is risked for what, never how. */
export interface Operations {
  readonly allowed: boolean;
  readonly cards: readonly OperationCard[];
}

export interface OperationCard {
  readonly id: OperationCardId;
  readonly kind: OperationKind;
  readonly title: Words;
  readonly about: Words;
  readonly cost: Spending;
  /** Spent besides if it is done through a proxy, which halves the chance of being found out. */
  readonly proxyCost: Spending;
  /** Chance in percent against a defence of 5; 4 points less or more for each step of the target's defence. */
  readonly success: number;
  /** Chance in percent that it sets off `incident` by accident. A disruption sets it off by succeeding. */
  readonly mishap: number;
  /** Chance in percent, each session, of being found out. */
  readonly exposure: number;
  /** What success adds to one's value of no agreement, hundredths of a point. */
  readonly gain: number;
  /** The incident the target suffers. Its card may have weight 0: it then comes in no other way. */
  readonly incident: IncidentId | null;
  readonly sources: readonly string[];
}

/** A step down the ladder that any delegation can take, one a session. */
export interface CalmingMove {
  readonly id: CalmingId;
  readonly title: Words;
  readonly about: Words;
  readonly cost: Spending;
  /** Points by which tension falls. */
  readonly tension: number;
  /** Points of trust it wins with everybody. */
  readonly trust: number;
  readonly precedent: Words;
  readonly sources: readonly string[];
}

/** Public opinion at home, the press, and what the capital does with both. */
export interface Press {
  /** Interviews one delegation may give in a session; 0: there is no press. */
  readonly interviews: number;
  /** Opinion at home at the start, 0 to 100. */
  readonly opinion: Span;
  /** Points of opinion an interview with a vow wins; one without wins half. */
  readonly gain: number;
  /** Lost by who accepts what it ruled out, or goes without what it insisted on: hundredths of a point. */
  readonly vow: number;
  /** Chance in percent, each session, that a secret deal gets out by itself. */
  readonly leak: number;
  /** Chance in percent that a leak is traced to who leaked. */
  readonly traced: number;
  /** What asking the capital to give up a red line spends, and the chance in percent at an opinion of 50. */
  readonly flexibility: { readonly cost: Spending; readonly chance: number };
  /** Hundredths that the value of no agreement rises when opinion is below 35 at the end of a session. */
  readonly swing: number;
}

/** Whoever wants to be bound by an adopted text with one of these options must sign it. */
export interface Signature {
  readonly article: ArticleId;
  readonly options: readonly number[];
}
