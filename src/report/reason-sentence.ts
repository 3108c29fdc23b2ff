import type {
  ArticleId,
  ConcessionId,
  DelegationId,
  PointId,
  Provision,
  Reason,
  TokenId,
  TrackId,
  VulnerabilityId,
} from '../engine/seat.ts';
import { withArticle } from './en-article.ts';
import type { reasons } from './en-reasons.ts';

/** Reasons as sentences, for the report and for the game: the words are the catalog's, names and numbers whoever's that says them. */

/** How somebody says a reason. */
export interface Tongue {
  readonly say: (key: keyof typeof reasons, values?: Readonly<Record<string, string | number>>) => string;
  /** Hundredths of a point as points; with a sign if that is wanted. */
  readonly points: (hundredths: number, signed?: boolean) => string;
  /** A share of 0 to 1 in whole percent. */
  readonly percent: (share: number) => string;
  readonly listed: (items: readonly string[]) => string;
  readonly names: {
    readonly delegation: (id: DelegationId) => string;
    readonly article: (id: ArticleId) => string;
    readonly provision: (provision: Provision) => string;
    /** In quotation marks, if it is called by its title. */
    readonly concession: (id: ConcessionId) => string;
    readonly token: (id: TokenId) => string;
    readonly point: (track: TrackId, point: PointId) => string;
    readonly track: (id: TrackId) => string;
    /** In quotation marks, if it is called by its title. */
    readonly flaw: (id: VulnerabilityId) => string;
  };
}

/** Delegations, or articles, that are named where many are meant. */
const NAMED = 4;

const few = ({ say, listed }: Tongue, all: readonly string[]): string =>
  all.length <= NAMED + 1
    ? listed(all)
    : listed([...all.slice(0, NAMED), say('reason.others', { number: all.length - NAMED })]);

/** One reason as a clause in its own words, without a full stop; with its own numbers, where it has them. */
export const reasonSentence = (tongue: Tongue, reason: Reason): string => {
  const { say, points, percent, names } = tongue;
  const who = names.delegation;
  const those = (ids: readonly DelegationId[]): string =>
    few(
      tongue,
      ids.map((id) => withArticle(who(id))),
    );
  switch (reason.code) {
    case 'worse-than-no-agreement':
      return reason.short === undefined
        ? say('reason.worse-than-no-agreement')
        : say('reason.worse-than-no-agreement-by', { short: points(reason.short) });
    case 'better-than-no-agreement':
      return reason.gain === undefined
        ? say('reason.better-than-no-agreement')
        : say('reason.better-than-no-agreement-by', { gain: points(reason.gain) });
    case 'gains':
      return reason.gain === undefined
        ? say('reason.gains')
        : say('reason.gains-by', { gain: points(reason.gain) });
    case 'unbalanced':
    case 'not-enough':
      return reason.gain === undefined
        ? say(`reason.${reason.code}`)
        : say(`reason.${reason.code}-by`, { gain: points(reason.gain, true) });
    case 'red-line':
      return say('reason.red-line', { article: names.article(reason.article) });
    case 'article-hurts': {
      const article = names.article(reason.article);
      return reason.loss === undefined
        ? say('reason.article-hurts', { article })
        : say('reason.article-hurts-by', { article, loss: points(reason.loss) });
    }
    case 'article-helps': {
      const article = names.article(reason.article);
      return reason.gain === undefined
        ? say('reason.article-helps', { article })
        : say('reason.article-helps-by', { article, gain: points(reason.gain) });
    }
    case 'bearable': {
      const article = names.article(reason.article);
      return reason.loss === undefined
        ? say('reason.bearable', { article })
        : say('reason.bearable-at', { article, loss: points(reason.loss) });
    }
    case 'keeps-draft':
    case 'helps-you':
      return say(`reason.${reason.code}`, { article: names.article(reason.article) });
    case 'needs':
      return say('reason.needs', { what: names.concession(reason.what) });
    case 'matters-more':
      return say('reason.matters-more', {
        article: names.article(reason.article),
        than: names.article(reason.than),
      });
    case 'linked':
      return say('reason.linked', {
        first: names.provision(reason.first),
        second: names.provision(reason.second),
      });
    case 'low-trust':
      return say('reason.low-trust', { towards: who(reason.towards) });
    case 'broken-promise':
      return say('reason.broken-promise', { by: who(reason.by) });
    case 'promised':
      return say('reason.promised', { to: who(reason.to) });
    case 'given-elsewhere':
      return say('reason.given-elsewhere', { what: names.concession(reason.what) });
    case 'not-enough-tokens':
      return say('reason.not-enough-tokens', { token: names.token(reason.token) });
    case 'builds-coalition':
      return say('reason.builds-coalition', {
        with: those(reason.with),
        provision: names.provision(reason.provision),
      });
    case 'builds-minority':
      return say('reason.builds-minority', {
        with: those(reason.with),
        provisions: few(
          tongue,
          reason.containing.map((provision) => `“${names.provision(provision)}”`),
        ),
      });
    case 'friend-wants':
      return say('reason.friend-wants', { friend: who(reason.friend) });
    case 'due-to-us':
      return reason.gain === undefined
        ? say('reason.due-to-us')
        : say('reason.due-to-us-by', { gain: points(reason.gain) });
    case 'evidence-points-to':
      return evidence(tongue, reason);
    case 'evidence-too-thin':
      return reason.belief === undefined
        ? say('reason.evidence-too-thin')
        : say('reason.evidence-too-thin-at', { percent: percent(reason.belief) });
    case 'prepares-point':
      return say('reason.prepares-point', {
        point: names.point(reason.track, reason.point),
        track: names.track(reason.track),
      });
    case 'mends-flaw':
      return say('reason.mends-flaw', { flaw: names.flaw(reason.vulnerability) });
    case 'warns-in-time':
      return say('reason.warns-in-time', { of: who(reason.of) });
    case 'asks-capital':
      return say('reason.asks-capital', { provision: names.provision(reason.redLine) });
    case 'meets-objections':
      return say('reason.meets-objections', {
        of: those(reason.of),
        article: names.article(reason.article),
      });
    case 'objections-remain':
      if (reason.articles.length === 0) return say('reason.objections-before', { of: those(reason.of) });
      return say('reason.objections-remain', {
        of: those(reason.of),
        articles: few(
          tongue,
          reason.articles.map((id) => `“${names.article(id)}”`),
        ),
      });
    case 'no-objections':
    case 'speaks-home':
    case 'too-early':
    case 'time-is-short':
    case 'nothing-lost':
    case 'no-longer-possible':
    case 'calms-tension':
    case 'victim-asks':
    case 'routine':
      return say(`reason.${reason.code}`);
    default:
      // A file may hold reasons that were given once and are no more: the game goes on without their words.
      return unknown(reason, say);
  }
};

const unknown = (_: never, say: Tongue['say']): string => say('reason.routine');

const evidence = (
  { say, percent, names }: Tongue,
  { towards, belief }: Extract<Reason, { code: 'evidence-points-to' }>,
): string => {
  const said =
    towards === undefined
      ? say('reason.evidence-points-nowhere')
      : say('reason.evidence-points-to', { towards: names.delegation(towards) });
  return belief === undefined ? said : say('reason.sure-of', { said, percent: percent(belief) });
};
