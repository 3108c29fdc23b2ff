import { behind, type Why } from '../analysis/debrief/index.ts';
import type { DelegationId, Event, Reason } from '../engine/index.ts';
import { esc } from './html.ts';
import type { Names } from './names.ts';
import { listed, percent, points, say } from './words.ts';

/** Delegations, or articles, that are named where many are meant. */
const NAMED = 4;

const few = (all: readonly string[]): string =>
  all.length <= NAMED + 1
    ? listed(all)
    : listed([...all.slice(0, NAMED), say('reason.others', { number: all.length - NAMED })]);

/** In the alphabet's order: the scenario's own would give letters away. */
const fewOf = (names: Names, ids: readonly DelegationId[]): string =>
  few(ids.map(names.delegation).toSorted());

/** One reason of an AI player, as a clause in its own words, with its own numbers. */
export const reasonWords = (names: Names, reason: Reason): string => {
  const who = names.delegation;
  switch (reason.code) {
    case 'worse-than-no-agreement':
      return reason.short === undefined
        ? say('reason.worse-than-no-agreement')
        : say('reason.worse-than-no-agreement-by', { short: points(reason.short) });
    case 'better-than-no-agreement':
      return reason.gain === undefined
        ? say('reason.better-than-no-agreement')
        : say('reason.better-than-no-agreement-by', { gain: points(reason.gain) });
    case 'unbalanced':
    case 'not-enough':
    case 'gains':
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
      return say('reason.needs', { what: names.thing(reason.what) });
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
      return say('reason.given-elsewhere', { what: names.thing(reason.what) });
    case 'not-enough-tokens':
      return say('reason.not-enough-tokens', { token: names.thing(reason.token) });
    case 'builds-coalition':
      return say('reason.builds-coalition', {
        with: fewOf(names, reason.with),
        provision: names.provision(reason.provision),
      });
    case 'evidence-points-to':
      return evidenceWords(names, reason);
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
        of: fewOf(names, reason.of),
        article: names.article(reason.article),
      });
    case 'objections-remain':
      return say('reason.objections-remain', {
        of: fewOf(names, reason.of),
        articles: few(reason.articles.map(names.article)),
      });
    case 'no-objections':
    case 'speaks-home':
    case 'too-early':
    case 'time-is-short':
    case 'no-longer-possible':
    case 'calms-tension':
    case 'victim-asks':
    case 'routine':
      return say(`reason.${reason.code}`);
  }
};

const evidenceWords = (names: Names, reason: Extract<Reason, { code: 'evidence-points-to' }>): string => {
  const { towards, belief } = reason;
  const said =
    towards === undefined
      ? say('reason.evidence-points-nowhere')
      : say('reason.evidence-points-to', { towards: names.delegation(towards) });
  return belief === undefined ? said : say('reason.sure-of', { said, percent: percent(belief) });
};

/** Why a moment came about, a line for each AI player that made it so; `only`: its own reasons and nobody else's. */
export const whyHtml = (
  names: Names,
  whys: readonly Why[],
  { at, event }: { readonly at: number; readonly event: Event },
  only?: DelegationId,
): string =>
  behind(whys, at, event)
    .filter(({ seat }) => only === undefined || seat === only)
    .map(({ seat, because }) =>
      say(seat === 'chair' ? 'why.chair' : 'why.line', {
        who: names.seat(seat),
        reasons: [...new Set(because.map((reason) => reasonWords(names, reason)))].join('; '),
      }),
    )
    .map((line) => `<p class="why">${esc(line)}.</p>`)
    .join('\n');
