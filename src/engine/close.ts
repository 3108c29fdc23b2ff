import { decisionAhead } from './ahead.ts';
import { settleAll } from './ledger.ts';
import { takeMinutes, type Minutes } from './minutes.ts';
import type { End, Outcome, SeatOutcome } from './outcome.ts';
import { agreedPoints, pointPlace } from './points.ts';
import type { Scenario } from './scenario.ts';
import type { State } from './state.ts';
import type { Table } from './table.ts';
import { appraise, worthOfText } from './worth.ts';

/** Closes the game: promises are settled, what waited for adoption falls away, everybody is scored. */
export const close = (minutes: Minutes, end: Outcome['end']): void => {
  settleAll(minutes);
  if (minutes.state.pending.length > 0) returnEscrow(minutes);
  const { adopted } = minutes.state;
  minutes.note({
    kind: 'closed',
    end,
    ...(end === 'adopted' && adopted !== undefined ? { text: adopted.text, method: adopted.method } : {}),
  });
  minutes.note({ kind: 'scored', outcome: scored(minutes.table, minutes.state, end) });
};

/** Gives back what was held for conditions that can no longer be met. */
export const returnEscrow = (minutes: Minutes): void => {
  for (const item of minutes.state.pending)
    if (item.kind === 'tokens')
      minutes.note({
        kind: 'tokens-moved',
        from: 'escrow',
        to: item.by,
        token: item.token,
        amount: item.amount,
      });
  minutes.note({ kind: 'conditions-met', carriedOut: minutes.state.carriedOut });
};

/** Closes the game at once when tension has reached the top of the ladder. */
export const closeIfCollapsed = (minutes: Minutes): void => {
  if (minutes.state.status === 'open' && minutes.state.tension >= minutes.table.scenario.tension.collapse)
    close(minutes, 'collapsed');
};

/** Worths so far of tokens, deeds, points of side tracks and the world to a delegation, hundredths of a point. */
export const soFar = (
  table: Table,
  state: State,
  place: number,
): { readonly tokens: number; readonly deeds: number; readonly rooms: number; readonly world: number } => {
  const mandate = state.mandates[place];
  const me = table.scenario.delegations[place]?.id;
  if (mandate === undefined || me === undefined) return { tokens: 0, deeds: 0, rooms: 0, world: 0 };
  const held = state.tokens[place] ?? [];
  const start = state.startTokens[place] ?? [];
  const tokens = held.reduce(
    (sum, amount, token) => sum + (amount - (start[token] ?? 0)) * (mandate.tokenWorth[token] ?? 0),
    0,
  );
  let deeds = 0;
  for (const deed of state.deeds) {
    const concession = table.scenario.concessions.findIndex((item) => item.id === deed.concession);
    if (deed.to === me) deeds += mandate.gains[concession] ?? 0;
    if (deed.by === me) deeds -= mandate.costs[concession] ?? 0;
  }
  let rooms = 0;
  for (const { track, point } of agreedPoints(table.scenario, state, me))
    rooms += mandate.points[pointPlace(table.scenario, track, point)] ?? 0;
  const world =
    -mandate.tensionStake * (state.tension - state.startTension) -
    mandate.damageStake * (state.damage[place] ?? 0) -
    mandate.faceStake * (state.accused[place] ?? 0);
  return { tokens, deeds, rooms, world };
};

const scored = (table: Table, state: State, end: Outcome['end']): Outcome => {
  const { scenario } = table;
  const adopted = end === 'adopted' ? state.adopted : undefined;
  const seats = scenario.delegations.map((delegation, place): SeatOutcome => {
    const mandate = state.mandates[place];
    if (mandate === undefined) throw new RangeError(`no mandate for ${delegation.id}`);
    const bound = adopted !== undefined && adopted.bound.includes(delegation.id);
    const text =
      bound && adopted !== undefined ? worthOfText(scenario, mandate, adopted.text) : mandate.reservation;
    const { tokens, deeds, rooms, world } = soFar(table, state, place);
    const conditional = appraise(scenario, mandate, delegation.id, state.carriedOut).onAdoption;
    return {
      delegation: delegation.id,
      bound,
      utility: text + tokens + deeds + rooms + world,
      walkAway: mandate.reservation + tokens + deeds + rooms + world - conditional,
      parts: { text, tokens, deeds, rooms, world },
    };
  });
  const counted = (wanted: string): number =>
    state.pledges.filter((pledge) => pledge.state === wanted).length;
  return {
    end,
    ...(adopted === undefined ? {} : { text: adopted.text, method: adopted.method }),
    session: adopted?.session ?? state.session,
    seats,
    tension: state.tension,
    damage: state.damage.reduce((sum, points) => sum + points, 0),
    promises: {
      made: state.pledges.length,
      kept: counted('kept'),
      broken: counted('broken'),
      void: counted('void'),
    },
  };
};

/** How a game ends that is closed now, from outside. */
export const endNow = (scenario: Scenario, state: State): End => {
  if (state.adopted !== undefined) return 'adopted';
  return decisionAhead(scenario, state) ? 'stopped' : 'not-adopted';
};

/** The outcome as it would be if the game closed now. For hosts that stop a game early. */
export const outcomeNow = (table: Table, state: State): Outcome => {
  const minutes = takeMinutes(table, state);
  close(minutes, endNow(table.scenario, state));
  const { outcome } = minutes.state;
  if (outcome === undefined) throw new RangeError('a closed game is scored');
  return outcome;
};
