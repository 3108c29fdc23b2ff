import type { Origin, Provision, Reason, Refusal, Undertaking, WouldChange } from '../../engine/seat.ts';
import { reasonSentence } from '../../report/reason-sentence.ts';
import { code, listed, listedNames, points, t } from './index.ts';
import type { Names } from './names.ts';

/** Why a command was refused, and what could be done instead. */
export const refusalText = (names: Names, refusal: Refusal): string => {
  switch (refusal.refused) {
    case 'wrong-phase':
      return code('refused.wrong-phase', {
        now: names.phase(refusal.now),
        allowed: listed(refusal.allowed.map(names.phase)),
      });
    case 'not-named':
      return code('refused.not-named', { by: names.delegation(refusal.by) });
    case 'no-such-delegation':
      return code('refused.no-such-delegation', { delegation: refusal.delegation });
    case 'no-such-article':
      return code('refused.no-such-article', { article: refusal.article });
    case 'no-such-option':
    case 'already-on-table':
      return code(`refused.${refusal.refused}`, { article: names.article(refusal.article) });
    case 'malformed':
      return code('refused.malformed', { field: refusal.field });
    case 'too-many-positions':
    case 'too-many-offers':
    case 'too-many-texts':
      return code(`refused.${refusal.refused}`, { most: refusal.most });
    case 'over-budget':
      return code('refused.over-budget', {
        token: names.token(refusal.token),
        have: refusal.have,
        need: refusal.need,
      });
    case 'cannot-give':
    case 'already-given':
      return code(`refused.${refusal.refused}`, {
        by: names.delegation(refusal.by),
        concession: names.concession(refusal.concession),
      });
    case 'not-accused':
      return code('refused.not-accused', { on: names.delegation(refusal.on) });
    case 'joins-and-opposes':
      return code('refused.joins-and-opposes', { by: names.delegation(refusal.by) });
    case 'stranger-in-deal':
    case 'silent-party':
      return code(`refused.${refusal.refused}`, { delegation: names.delegation(refusal.delegation) });
    case 'not-a-member':
    case 'not-in-the-room':
      return code(`refused.${refusal.refused}`, {
        delegation: names.delegation(refusal.delegation),
        track: names.track(refusal.track),
      });
    case 'track-closed':
    case 'track-goes-on':
      return code(`refused.${refusal.refused}`, { track: names.track(refusal.track) });
    case 'track-not-meeting':
      return code('refused.track-not-meeting', {
        track: names.track(refusal.track),
        from: names.session(refusal.from),
        to: names.session(refusal.to),
      });
    case 'too-few-parties':
      return code('refused.too-few-parties', { point: names.point(refusal.point), needs: refusal.needs });
    case 'already-agreed':
      return code('refused.already-agreed', { point: names.point(refusal.point) });
    case 'once-a-session':
      return code(`refused.once-a-session-${refusal.what}`);
    case 'too-many-interviews':
      return refusal.most === 0
        ? code('refused.no-press')
        : code('refused.too-many-interviews', { most: refusal.most });
    case 'vow-stands':
    case 'not-your-red-line':
      return code(`refused.${refusal.refused}`, {
        article: names.article(refusal.article),
        option: names.option(refusal.article, refusal.option),
      });
    case 'floor-closed':
    case 'too-many-groups':
      return code(`refused.${refusal.refused}`, { most: refusal.most });
    case 'off-agenda':
    case 'not-settled':
    case 'group-stands':
    case 'not-facilitator':
      return code(`refused.${refusal.refused}`, { article: names.article(refusal.article) });
    case 'group-not-agreed':
      return code('refused.group-not-agreed', {
        article: names.article(refusal.article),
        by: names.delegation(refusal.by),
      });
    case 'victim-first':
      return code('refused.victim-first', { victim: names.delegation(refusal.victim) });
    case 'not-attributed':
      return code('refused.not-attributed', { by: names.delegation(refusal.by) });
    case 'no-such-track':
    case 'no-such-point':
    case 'no-such-vulnerability':
    case 'no-such-operation':
    case 'no-such-calming':
    case 'no-such-warning':
    case 'no-such-amendment':
    case 'no-such-deal':
    case 'already-mended':
    case 'operations-off':
    case 'too-late':
    case 'not-secret':
    case 'already-sponsor':
    case 'amendment-closed':
    case 'amendment-votes-off':
    case 'nothing-adopted':
    case 'no-signature-needed':
    case 'already-signed':
    case 'already-explained':
    case 'no-inquiry':
    case 'no-such-card':
    case 'already-happened':
    case 'game-closed':
    case 'not-your-command':
    case 'already-done':
    case 'already-spoken':
    case 'no-such-incident':
    case 'no-such-offer':
    case 'no-such-promise':
    case 'no-such-token':
    case 'no-such-concession':
    case 'no-change':
    case 'no-clues':
    case 'no-more-clues':
    case 'already-responded':
    case 'not-concerned':
    case 'truth-is-out':
    case 'culprit-needed':
    case 'culprit-not-fitting':
    case 'oneself':
    case 'empty-offer':
    case 'same-offer-stands':
    case 'past-session':
    case 'not-addressee':
    case 'not-your-offer':
    case 'already-accepted':
    case 'not-your-promise':
    case 'promise-settled':
    case 'nothing-to-perform':
    case 'no-text-put':
    case 'text-already-put':
    case 'method-not-open':
    case 'already-answered':
    case 'wrong-answer':
      return code(`refused.${refusal.refused}`);
  }
};

/** One reason, as a clause without a full stop. */
export const reasonText = (names: Names, reason: Reason): string =>
  reasonSentence(
    {
      say: code,
      points,
      percent: (share) => String(Math.round(share * 100)),
      listed,
      names: {
        ...names,
        concession: (id) => `“${names.concession(id)}”`,
        flaw: (id) => `“${names.flaw(id)}”`,
        point: (_, point) => names.point(point),
      },
    },
    reason,
  );

export const reasonsText = (names: Names, reasons: readonly Reason[]): string =>
  listed(reasons.map((reason) => reasonText(names, reason)));

/** Reasons to decline a package: what is better than no agreement there is not the package, but a text that it would promise to stand against. */
export const declineReasonsText = (names: Names, reasons: readonly Reason[]): string =>
  listed(
    reasons.map((reason) =>
      reason.code === 'better-than-no-agreement' ? code('reason.worth-having') : reasonText(names, reason),
    ),
  );

/** Reasons for an offer, beside its terms: these tell the provisions of a text that it is to stop. */
export const offerReasonsText = (names: Names, reasons: readonly Reason[]): string =>
  listed(
    reasons.map((reason) =>
      reason.code === 'builds-minority'
        ? code('reason.builds-minority-such', { with: listedNames(reason.with.map(names.delegation)) })
        : reasonText(names, reason),
    ),
  );

/** An AI player's own reasons, each said once. */
export const whyText = (names: Names, reasons: readonly Reason[]): string =>
  [...new Set(reasons.map((reason) => reasonText(names, reason)))].join('; ');

/** What would change somebody's mind, as a thing; of whoever it is said to be choosing, without its name. */
export const wouldText = (names: Names, would: WouldChange, by?: string): string => {
  const whom = by === undefined ? code('would.us') : names.delegation(by);
  switch (would.kind) {
    case 'provision':
    case 'not-provision':
      return code(`would.${would.kind}`, { provision: names.provision(would.provision) });
    case 'tokens':
      return code('would.tokens', { count: would.amount, token: names.token(would.token), whom });
    case 'concession':
      return code('would.concession', { concession: names.concession(would.concession), whom });
    case 'without-tokens':
      return code('would.without-tokens', { token: names.token(would.token), whom });
    case 'fewer-tokens':
      return code('would.fewer-tokens', { count: would.amount, token: names.token(would.token), whom });
    case 'without-concession':
      return code('would.without-concession', { concession: names.concession(would.concession), whom });
    case 'without-join':
      return code('would.without-join', { provisions: provisionsText(names, would.containing) });
    case 'without-oppose':
      return code('would.without-oppose', { provisions: provisionsText(names, would.containing) });
    case 'without-intelligence':
      return code('would.without-intelligence', { incident: names.incident(would.incident) });
    case 'without-point':
      return code('would.without-point', {
        point: names.point(would.point),
        track: names.track(would.track),
      });
    case 'without-restraint':
    case 'later':
    case 'nothing':
      return code(`would.${would.kind}`);
  }
};

/** Who is meant to have been behind something. */
export const originText = (names: Names, origin: Origin, culprit?: string): string =>
  culprit === undefined
    ? t(`origin_${origin}`)
    : t('originBy', { origin: t(`origin_${origin}`), name: names.delegation(culprit) });

/** What somebody undertakes, as a thing, without its name; said to whoever undertakes it, or of it. */
export const undertakingText = (names: Names, item: Undertaking, mine = false): string => {
  switch (item.kind) {
    case 'tokens':
      return code(mine ? 'undertaking.tokens-mine' : 'undertaking.tokens', {
        count: item.amount,
        token: names.token(item.token),
        when: whenText(names, item.when),
      });
    case 'deed':
      return code('undertaking.deed', {
        concession: names.concession(item.concession),
        when: whenText(names, item.when),
      });
    case 'position':
      return code(`undertaking.position-${item.stance}`, {
        option: names.option(item.provision.article, item.provision.option),
        article: names.article(item.provision.article),
      });
    case 'join':
      return code('undertaking.join', { provisions: provisionsText(names, item.containing) });
    case 'oppose':
      return code('undertaking.oppose', { provisions: provisionsText(names, item.containing) });
    case 'point':
      return code('undertaking.point', { point: names.point(item.point), track: names.track(item.track) });
    case 'intelligence':
      return code('undertaking.intelligence', { incident: names.incident(item.incident) });
    case 'restraint':
      return code('undertaking.restraint', {
        to: names.delegation(item.to),
        session: names.session(item.through),
      });
    case 'later':
      return code('undertaking.later', {
        concession: names.concession(item.concession),
        session: names.session(item.due),
      });
  }
};

const provisionsText = (names: Names, provisions: readonly Provision[]): string =>
  listed(provisions.map((provision) => `“${names.provision(provision)}”`));

const whenText = (names: Names, when: Extract<Undertaking, { kind: 'tokens' }>['when']): string => {
  if (when.on === 'now') return code('when.now');
  return when.containing.length === 0
    ? code('when.adoption')
    : code('when.adoptionOf', { provisions: provisionsText(names, when.containing) });
};
