import type {
  ArticleId,
  ConcessionId,
  DelegationId,
  IncidentId,
  PointId,
  TokenId,
  TrackId,
  VulnerabilityId,
} from './ids.ts';
import type { Provision } from './mandate.ts';

/**
 * Why somebody did something: a code and what is needed to say it in any language.
 * Sent with offers, refusals and objections (then without one's own numbers), and kept with each AI decision for the debrief.
 */
export type Reason =
  /** The text, or the package, is worth less to us than no agreement. `short`: hundredths of a point, only to oneself. */
  | { readonly code: 'worse-than-no-agreement'; readonly short?: number }
  | { readonly code: 'better-than-no-agreement'; readonly gain?: number }
  | { readonly code: 'red-line'; readonly article: ArticleId }
  /** What we give costs us more than what we get. */
  | { readonly code: 'unbalanced'; readonly gain?: number }
  /** We lose nothing by it, but gain less than we ask for. `gain`: hundredths of a point, 0 or more, only to oneself. */
  | { readonly code: 'not-enough'; readonly gain?: number }
  | { readonly code: 'gains'; readonly gain?: number }
  /** This article moves too far from, or closer to, what we need. */
  | { readonly code: 'article-hurts'; readonly article: ArticleId; readonly loss?: number }
  | { readonly code: 'article-helps'; readonly article: ArticleId; readonly gain?: number }
  /** An option that is no better for us than what stands, but costs us little against our best. */
  | { readonly code: 'bearable'; readonly article: ArticleId; readonly loss?: number }
  /** What stands there should stay. */
  | { readonly code: 'keeps-draft'; readonly article: ArticleId }
  /** As far as one knows, this would help whoever is asked as well. */
  | { readonly code: 'helps-you'; readonly article: ArticleId }
  /** What is asked for is worth something to us. */
  | { readonly code: 'needs'; readonly what: ConcessionId }
  | { readonly code: 'matters-more'; readonly article: ArticleId; readonly than: ArticleId }
  /** The first hurts us because the second stands. */
  | { readonly code: 'linked'; readonly first: Provision; readonly second: Provision }
  /** It is early: we expect better. */
  | { readonly code: 'too-early' }
  | { readonly code: 'time-is-short' }
  /** We do not want the text, and lose nothing if others adopt it: no other can follow, and whoever votes for it is bound alone. */
  | { readonly code: 'nothing-lost' }
  /** Of a text: somebody close to us wants it. */
  | { readonly code: 'friend-wants'; readonly friend: DelegationId }
  /** Of a text that we do not want: what has been agreed for its adoption comes to us all the same. `gain`: hundredths of a point, only to oneself. */
  | { readonly code: 'due-to-us'; readonly gain?: number }
  | { readonly code: 'low-trust'; readonly towards: DelegationId }
  | { readonly code: 'broken-promise'; readonly by: DelegationId }
  /** The concession has been given, or promised, to somebody else. */
  | { readonly code: 'given-elsewhere'; readonly what: ConcessionId }
  | { readonly code: 'not-enough-tokens'; readonly token: TokenId }
  /** The rules refuse what the offer asks for: tokens, a concession or evidence are not to be had, or a date is past. */
  | { readonly code: 'no-longer-possible' }
  | {
      readonly code: 'builds-coalition';
      readonly with: readonly DelegationId[];
      readonly provision: Provision;
    }
  /** Those with whom we are likelier to stop a text with these. */
  | {
      readonly code: 'builds-minority';
      readonly with: readonly DelegationId[];
      readonly containing: readonly Provision[];
    }
  | { readonly code: 'promised'; readonly to: DelegationId }
  /** `belief`: 0 to 1, in that author; without one, in no state having done it. Only to oneself. */
  | { readonly code: 'evidence-points-to'; readonly towards?: DelegationId; readonly belief?: number }
  /** `belief`: 0 to 1, in the likeliest author. Only to oneself. */
  | { readonly code: 'evidence-too-thin'; readonly belief?: number }
  | { readonly code: 'calms-tension' }
  | { readonly code: 'victim-asks' }
  /** A smaller room could agree on this, and perhaps on more. */
  | { readonly code: 'prepares-point'; readonly track: TrackId; readonly point: PointId }
  | { readonly code: 'mends-flaw'; readonly vulnerability: VulnerabilityId }
  /** Whoever is warned suffers less. */
  | { readonly code: 'warns-in-time'; readonly of: DelegationId }
  /** Opinion at home needs to hear from us. */
  | { readonly code: 'speaks-home' }
  | { readonly code: 'asks-capital'; readonly redLine: Provision }
  /** Of a text that is drafted or put, by what is on record: `of` no longer find there what they objected to. */
  | {
      readonly code: 'meets-objections';
      readonly article: ArticleId;
      readonly of: readonly DelegationId[];
    }
  /**
   * Of such a text: `of` have objected to what it says in these articles, each to at least one, or have refused the very same text and
   * named none.
   */
  | {
      readonly code: 'objections-remain';
      readonly articles: readonly ArticleId[];
      readonly of: readonly DelegationId[];
    }
  /** Of such a text: nobody has objected to anything that it says. */
  | { readonly code: 'no-objections' }
  | { readonly code: 'routine' };

/**
 * What would change the mind of whoever refuses: each alone would make it accept. What is left out, or made less of, is its own part of
 * the package. `nothing`: no single change of these would.
 */
export type WouldChange =
  | { readonly kind: 'provision'; readonly provision: Provision }
  | { readonly kind: 'not-provision'; readonly provision: Provision }
  | { readonly kind: 'tokens'; readonly token: TokenId; readonly amount: number }
  | { readonly kind: 'concession'; readonly concession: ConcessionId }
  | { readonly kind: 'without-tokens'; readonly token: TokenId }
  /** `amount`: the most it would give, 1 or more. */
  | { readonly kind: 'fewer-tokens'; readonly token: TokenId; readonly amount: number }
  | { readonly kind: 'without-concession'; readonly concession: ConcessionId }
  | { readonly kind: 'without-join'; readonly containing: readonly Provision[] }
  | { readonly kind: 'without-oppose'; readonly containing: readonly Provision[] }
  | { readonly kind: 'without-intelligence'; readonly incident: IncidentId }
  | { readonly kind: 'without-restraint' }
  | { readonly kind: 'without-point'; readonly track: TrackId; readonly point: PointId }
  | { readonly kind: 'later' }
  | { readonly kind: 'nothing' };
