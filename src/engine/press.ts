import { closeIfCollapsed } from './close.ts';
import type { Command } from './command.ts';
import { draw } from './draw.ts';
import { checkProvision } from './provision.ts';
import type { DealId, DelegationId, IncidentId } from './ids.ts';
import { withoutRedLine, withVow } from './instructions.ts';
import { placeOf, places } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import type { Refusal } from './refusal.ts';
import { pay } from './spend.ts';
import type { PublicVow } from './state.ts';
import { TONES, VOWS } from './vocabulary.ts';
import { colour, WORDS } from './words.ts';

/** The press and the capital: interviews that tie hands, leaks, and requests for flexibility. */

/** An interview wins opinion at home, half as much without a vow. A vow in it binds: breaking it later costs `press.vow`, and everybody knows. */
export const interview = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'interview' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const most = scenario.press.interviews;
  if ((minutes.state.interviews[placeOf(scenario, 'delegation', by)] ?? 0) >= most)
    return { refused: 'too-many-interviews', most };
  const { vow, tone } = command;
  if (!TONES.includes(tone)) return { refused: 'malformed', field: 'tone' };
  for (const named of command.names) {
    if (!places(scenario).delegation.has(named))
      return { refused: 'no-such-delegation', delegation: String(named) };
    if (named === by) return { refused: 'oneself' };
  }
  if (vow !== undefined) {
    if (!VOWS.includes(vow.says)) return { refused: 'malformed', field: 'vow' };
    const refusal = checkProvision(minutes, vow.article, vow.option);
    if (refusal !== undefined) return refusal;
    const standing = minutes.state.vows.find(
      (other) =>
        other.by === by &&
        other.article === vow.article &&
        (other.option === vow.option || other.says === 'must'),
    );
    if (standing !== undefined)
      return { refused: 'vow-stands', article: standing.article, option: standing.option };
  }
  const names = [...new Set(command.names)];
  const said = vow === undefined ? {} : { vow: { article: vow.article, option: vow.option, says: vow.says } };
  minutes.note({ kind: 'interviewed', by, tone, names, ...said });
  const { gain } = scenario.press;
  // Whoever commits itself is news; whoever does not is half as much.
  moveOpinion(minutes, by, vow === undefined ? Math.round(gain / 2) : gain, { code: 'interview' });
  if (vow !== undefined) tie(minutes, { by, article: vow.article, option: vow.option, says: vow.says });
  for (const named of names) colour(minutes, by, named, tone);
  if (tone === 'sharp' && names.length > 0) {
    moveOpinion(minutes, by, WORDS.opinion, { code: 'sharp-words' });
    moveTension(minutes, WORDS.tension, { code: 'sharp-words', by });
  }
  closeIfCollapsed(minutes);
  return undefined;
};

/** The capital takes its delegation at its word: what was ruled out in public is worth less from now on. */
const tie = (minutes: Minutes, vow: PublicVow): void => {
  const { scenario } = minutes.table;
  const mandate = minutes.state.mandates[placeOf(scenario, 'delegation', vow.by)];
  if (mandate === undefined) return;
  minutes.note({
    kind: 'instructed',
    delegation: vow.by,
    mandate: withVow(
      mandate,
      placeOf(scenario, 'article', vow.article),
      vow.option,
      vow.says,
      scenario.press.vow,
    ),
    why: { code: 'vow', vow },
  });
};

/** Trust that those left out lose in the parties to a secret deal when they read of it. */
const SECRET = -3;
/** Trust that the betrayed partners lose in whoever is found to have leaked. */
const TRACED = -18;

/** The deal is in the papers: everybody reads its terms, and those left out think less of its parties. */
export const publish = (minutes: Minutes, id: DealId): void => {
  const deal = minutes.state.deals.find((item) => item.id === id);
  if (deal === undefined || deal.open) return;
  minutes.note({ kind: 'deal-leaked', deal: { ...deal, open: true } });
  for (const other of minutes.table.scenario.delegations)
    if (!deal.parties.includes(other.id))
      for (const party of deal.parties)
        moveTrust(minutes, other.id, party, SECRET, { code: 'secret-deal', deal: id });
};

/** A party gives a secret deal of its own to the press. It may be traced. */
export const leakDeal = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'leak' }>,
): Refusal | undefined => {
  const deal = minutes.state.deals.find((item) => item.id === command.deal);
  if (deal === undefined || (!deal.open && !deal.parties.includes(by)))
    return { refused: 'no-such-deal', deal: String(command.deal) };
  if (deal.open) return { refused: 'not-secret', deal: deal.id };
  minutes.note({ kind: 'leaked', by, what: deal.id });
  publish(minutes, deal.id);
  trace(
    minutes,
    by,
    deal.id,
    deal.parties.filter((party) => party !== by),
    placeOf(minutes.table.scenario, 'delegation', by),
  );
  return undefined;
};

/** Whether a leak is traced is drawn once for each leaker, thing and session. */
export const trace = (
  minutes: Minutes,
  by: DelegationId,
  what: DealId | IncidentId,
  betrayed: readonly DelegationId[],
  key: number,
): void => {
  const { scenario, seed } = minutes.table;
  const drawn = draw(`${seed}/${what}`, 'leak-traced', minutes.state.session, key);
  if (drawn * 100 >= scenario.press.traced) return;
  minutes.note({ kind: 'leak-traced', by, what });
  for (const party of betrayed) moveTrust(minutes, party, by, TRACED, { code: 'leaked', what });
};

/** Secrets keep badly: each session every secret deal of earlier ones may get out by itself. */
export const leakByItself = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  for (const [place, deal] of minutes.state.deals.entries())
    if (
      !deal.open &&
      deal.session < session &&
      draw(seed, 'deal-leaks', session, place) * 100 < scenario.press.leak
    )
      publish(minutes, deal.id);
};

/** Asks the capital to give up a red line. It costs standing, granted or not; a proud public makes it easier. */
export const askFlexibility = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'flexibility' }>,
): Refusal | undefined => {
  const { scenario, seed } = minutes.table;
  const { article, option } = command.redLine;
  const place = placeOf(scenario, 'delegation', by);
  const mandate = minutes.state.mandates[place];
  if (minutes.state.flexed.includes(by)) return { refused: 'once-a-session', what: 'flexibility' };
  const wrong = checkProvision(minutes, article, option);
  if (wrong !== undefined) return wrong;
  const redLine = { article, option };
  if (
    mandate === undefined ||
    !mandate.redLines.some((line) => line.article === article && line.option === option)
  )
    return { refused: 'not-your-red-line', article, option };
  const refusal = pay(minutes, by, scenario.press.flexibility.cost);
  if (refusal !== undefined) return refusal;
  const opinion = minutes.state.opinion[place] ?? 50;
  const chance = flexibilityChance(scenario.press.flexibility.chance, opinion);
  const granted = draw(seed, 'flexibility', minutes.state.session, place) * 100 < chance;
  minutes.note({ kind: 'flexed', by, redLine, granted });
  if (granted)
    minutes.note({
      kind: 'instructed',
      delegation: by,
      mandate: withoutRedLine(mandate, redLine),
      why: { code: 'flexibility', redLine },
    });
  return undefined;
};

/** Chance in percent that a capital gives up a red line: a point more or less for each point of opinion from 50. */
export const flexibilityChance = (chance: number, opinion: number): number =>
  Math.max(5, Math.min(95, chance + opinion - 50));
