import { climb, problemOf } from '../../../src/analysis/index.ts';
import { delegate, type Act, type Agent } from '../../../src/delegates/index.ts';
import {
  breaches,
  plainWorth,
  type DelegationId,
  type Mandate,
  type Position,
  type State,
  type Table,
  type Text,
  type View,
} from '../../../src/engine/index.ts';
import { bestRehearsed, type Way } from './rehearsing.ts';
import { dearest } from './trading.ts';

/**
 * What it does with what it knows: asks exact prices in trade; or speaks for the text that is best for it; says no besides for as long
 * as it can; or also says of texts that they are worse than nothing to it; or whichever of these, or plain hard play, has brought most
 * when it played the table through beforehand, with the mandates as they are and other chances.
 */
export const MEANS = ['trades', 'speaks', 'holds-out', 'lies', 'rehearses'] as const;
export type Means = (typeof MEANS)[number];

/** Share of what it wants below which it says no, by texts that can still be tried after this one, the last one first. */
const DEMAND = [0, 0.6, 0.75, 0.9] as const;

/** What others must still gain in a text that whoever knows all asks for, hundredths of a point. */
const LEFT = 150;

/**
 * Somebody who sees everybody's mandate: no delegate can play like this, it shows what there is to gain in a seat.
 *
 * @param now All that is so.
 */
export const knowing = (table: Table, now: () => State, id: DelegationId, means: Means): Agent =>
  means === 'trades'
    ? trading(table, now, id)
    : means === 'rehearses'
      ? bestRehearsed(table, now, id, WAYS)
      : pressing(table, now, id, means);

const WAYS: readonly Way[] = [
  ({ scenario }, _, id) => delegate(scenario, id, 'hard'),
  ...MEANS.flatMap((means): readonly Way[] =>
    means === 'rehearses' ? [] : [(table, now, id) => knowing(table, now, id, means)],
  ),
];

/** Plays as a hard delegate does, but for its own offers, whose prices are exact; each delegation is asked once in a corridor. */
const trading = (table: Table, now: () => State, id: DelegationId): Agent => {
  const usual = delegate(table.scenario, id, 'hard');
  let asked: { readonly session: number; readonly of: ReadonlySet<DelegationId> } = {
    session: -1,
    of: new Set(),
  };
  return {
    act: (view, dice) => {
      const waits = view.offers.some(({ to, accepted }) => to.includes(id) && !accepted.includes(id));
      if (view.phase !== 'corridor' || waits) return usual.act(view, dice);
      if (asked.session !== view.session) asked = { session: view.session, of: new Set() };
      const found = dearest(table, now(), view, asked.of);
      if (found === undefined) return usual.act(view, dice);
      asked = { session: view.session, of: new Set([...asked.of, found.to]) };
      return { command: found.command, because: [{ code: 'gains' }] };
    },
  };
};

/**
 * Trades as a hard delegate does, speaks for the one text that is best for it of those that the others can just live with, against
 * everything else, and may hold out for most of it for as long as another text can be tried.
 */
const pressing = (
  table: Table,
  now: () => State,
  id: DelegationId,
  means: Exclude<Means, 'trades' | 'rehearses'>,
): Agent => {
  const { scenario } = table;
  const me = scenario.delegations.findIndex((delegation) => delegation.id === id);
  let known: { readonly of: readonly Mandate[]; readonly target: Text | undefined } | undefined;
  const targetNow = (): Text | undefined => {
    const { mandates } = now();
    if (known?.of !== mandates) known = { of: mandates, target: targetOf(table, mandates, me) };
    return known.target;
  };
  const usual = delegate(scenario, id, 'hard');
  return {
    act: (view, dice) => {
      const mine = view.own?.mandate;
      const target = targetNow();
      const asked = view.decision !== undefined && view.decision.mine === undefined;
      if (means !== 'speaks' && view.phase === 'decision' && asked && view.decision !== undefined)
        if (mine !== undefined && target !== undefined) {
          const { text } = view.decision;
          const gain = plainWorth(mine, text) - mine.reservation;
          const wanted = plainWorth(mine, target) - mine.reservation;
          const share = DEMAND[Math.min(DEMAND.length - 1, triesLeft(table, view))] ?? 0;
          const because = [{ code: means === 'lies' ? 'worse-than-no-agreement' : 'too-early' }] as const;
          if (gain < share * wanted)
            return {
              command: {
                kind: 'answer',
                answer: view.decision.method === 'vote' ? 'no' : 'object',
                articles: differing(table, text, target),
                because,
              },
              because,
            };
        }
      const act = usual.act(view, dice);
      return act === undefined || target === undefined ? act : pressed(table, view, me, target, act);
    },
  };
};

/** Texts that can be put after the one before the room. */
const triesLeft = ({ scenario }: Table, view: View): number => {
  const { textsPerDecision } = scenario.procedure;
  const later = scenario.sessions.filter(
    (session, place) => place > view.session && session.phases.includes('decision'),
  ).length;
  return textsPerDecision - view.tried.length - 1 + later * textsPerDecision;
};

/** Articles in which a text is not what it wants. */
const differing = ({ scenario }: Table, text: Text, target: Text) =>
  scenario.articles.filter((_, place) => text[place] !== target[place]).map(({ id }) => id);

/** Words for the target, and against all that is worse for oneself. */
const pressed = ({ scenario }: Table, view: View, me: number, target: Text, act: Act): Act => {
  const { command } = act;
  if (command.kind !== 'speak' && command.kind !== 'position') return act;
  const mine = view.own?.mandate;
  if (mine === undefined) return act;
  const positions: Position[] = scenario.articles.flatMap(({ id, options }, article) =>
    options.flatMap((_, option): readonly Position[] => {
      const worse = plainWorth(mine, target.with(article, option)) < plainWorth(mine, target);
      const stance = option === target[article] ? 'support' : worse ? 'object' : 'accept';
      return view.stances[me]?.[article]?.[option] === stance ? [] : [{ article: id, option, stance }];
    }),
  );
  const most = command.kind === 'speak' ? scenario.procedure.positionsPerStatement : positions.length;
  return positions.length === 0
    ? act
    : { ...act, command: { ...command, positions: positions.slice(0, most) } };
};

/** The text that is best for one party of those that leave all others something; found by ascent from the tables of each. */
const targetOf = ({ scenario }: Table, mandates: readonly Mandate[], me: number): Text | undefined => {
  const { options } = problemOf(scenario, mandates);
  const score = (text: Text): number => {
    let lacking = 0;
    mandates.forEach((mandate, place) => {
      const gain = plainWorth(mandate, text) - mandate.reservation;
      const least = place === me ? 1 : LEFT;
      lacking += Math.max(0, least - gain) + 800 * breaches(scenario, mandate, text).length;
    });
    const mine = mandates[me];
    return lacking > 0 || mine === undefined ? -lacking : plainWorth(mine, text);
  };
  const starts = mandates.map((mandate) => mandate.table.map((row) => row.indexOf(Math.max(...row))));
  const best = [scenario.articles.map(({ draft }) => draft), ...starts]
    .map((start) => climb(options, start, score))
    .toSorted((a, b) => b.score - a.score)[0];
  return best === undefined || best.score < 0 ? undefined : best.text;
};
