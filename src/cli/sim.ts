import { parseArgs } from 'node:util';
import type { Agent, Strength } from '../delegates/index.ts';
import { lay, places, type DelegationId, type Scenario, type SeatId } from '../engine/index.ts';
import { leftNamed, SYSTEMS, without } from '../scenario/index.ts';
import {
  AGENTS,
  agentNamed,
  judged,
  playMachines,
  replayMismatches,
  Tally,
  type AgentName,
  type PlayedGame,
  type SimResult,
} from '../trial/index.ts';
import { UsageError, type CliCommand } from './command.ts';
import { keep, mustBeWritable } from './keep.ts';
import { loadScenario } from './load.ts';
import { printJson, Progress } from './print.ts';
import { simInWords } from './sim-words.ts';

const usage = `nia sim FILE --games N --seed S [--seats ID=AGENT,…] [--strength STRENGTH] [--without SYSTEM,…]
         [--out GAME] [--json]

Plays N whole games without a screen, AI delegates in all seats; game k has the seed S/k.

  --games N     how many; 100 if not given
  --seed S      any text; 1 if not given
  --seats …     other agents in some seats: ${AGENTS.join(', ')}. For example --seats RU=blocker,KE=passive
  --strength …  of the AI delegates: gentle, seasoned (if not given) or hard
  --without …   plays without systems of the game: ${SYSTEMS.join(', ')};
                or article:ID, in which nobody then has an interest
  --out GAME    saves the last game to this file, for the game itself and for nia replay
  --json        one JSON document on standard output

Units: utilities and reservation values in hundredths of a point. A text is feasible by the instructions delegations had when one
could last be put. nashShare is 0 where there was one and none was adopted; games without one are left out of it and counted as infeasible. textShare is the same without what was
traded beside the text. gamesPerSecond and commandsPerSecond
count playing, not the analysis afterwards. refusedByRule counts commands of AI delegates that the rules refused.
belowReservation and redLinesCrossed count delegations played by AI that bound themselves to a text worth less than no
agreement when the gavel fell, or across a red line; what was due on adoption counts unless they were against the text and signed
it later. metMandate is the share of games in which a delegation was bound by the text and got more than no agreement would have left it; metByMargin asks for mandateMargin more than that.
meanGainAdopted is what it got above no agreement, on average over the games with an adopted text. Exit code 1 if a game did not finish or a replay differs.`;

export const command: CliCommand = {
  name: 'sim',
  summary: 'plays whole games without a screen, AI delegates in all seats',
  usage,
  run: async (args, io) => {
    const { values, positionals } = parsed(args);
    const [file] = positionals;
    if (file === undefined || positionals.length > 1)
      throw new UsageError('Which scenario? One FILE, please.');
    const games = Number(values.games ?? '100');
    if (!Number.isInteger(games) || games < 1) throw new UsageError('--games wants a whole number above 0.');
    const strength = strengthNamed(values.strength ?? 'seasoned');
    if (values.out !== undefined && values.without !== undefined)
      throw new UsageError(
        'A game without a part of its scenario cannot be saved: leave out --out or --without.',
      );
    if (values.out !== undefined) await mustBeWritable(values.out);
    const { scenario: whole, text } = (await loadScenario(file, io)) ?? {};
    if (whole === undefined || text === undefined) return 1;
    const scenario = leaveOut(whole, values.without ?? '');
    const names = agentNames(scenario, values.seats ?? '', strength);
    const progress = new Progress(io, 'games');
    const { result, last } = simulate(scenario, names, games, values.seed ?? '1', (game) =>
      progress.at(game, games),
    );
    progress.done();
    if (values.json === true) printJson(io, result);
    else io.out(simInWords(scenario, result));
    const kept =
      values.out === undefined || last === undefined || (await keep(values.out, last, text, strength, io));
    return kept && result.finished === games && result.replayMismatches === 0 ? 0 : 1;
  },
};

/** Plays games 1 to `games` of a seed and adds them up. */
export const simulate = (
  scenario: Scenario,
  names: ReadonlyMap<DelegationId, AgentName>,
  games: number,
  seed: string,
  onGame: (game: number) => void = () => undefined,
): { readonly result: SimResult; readonly last: PlayedGame | undefined } => {
  const tally = new Tally(scenario);
  let last: PlayedGame | undefined;
  for (let game = 1; game <= games; game += 1) {
    const start = performance.now();
    last = playMachines(lay(scenario, `${seed}/${game}`), agentsOf(scenario, names));
    const seconds = (performance.now() - start) / 1000;
    tally.add(last, seconds, replayMismatches(last), judged(last, ourOwn(scenario, names)));
    onGame(game);
  }
  return { result: tally.result(seed), last };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        games: { type: 'string' },
        seed: { type: 'string' },
        seats: { type: 'string' },
        strength: { type: 'string' },
        without: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** The scenario without the systems named in a list. */
const leaveOut = (scenario: Scenario, names: string): Scenario =>
  names
    .split(',')
    .filter((name) => name !== '')
    .reduce((now, name) => {
      const left = leftNamed(now, name);
      if (left === undefined)
        throw new UsageError(
          `There is nothing called "${name}" to leave out: ${SYSTEMS.join(', ')}, article:ID.`,
        );
      return without(now, left);
    }, scenario);

const isAgent = (name: string): name is AgentName => AGENTS.some((agent) => agent === name);

const strengthNamed = (name: string): Strength => {
  if (name === 'gentle' || name === 'seasoned' || name === 'hard') return name;
  throw new UsageError(`There is no strength "${name}": gentle, seasoned or hard.`);
};

/** Which agent plays which delegation: `usual`, but for those named as `ID=AGENT,…`. */
export const agentNames = (
  scenario: Scenario,
  seats: string,
  usual: AgentName,
): ReadonlyMap<DelegationId, AgentName> => {
  const names = new Map<DelegationId, AgentName>(
    scenario.delegations.map((delegation) => [delegation.id, usual]),
  );
  for (const item of seats.split(',').filter((part) => part !== '')) {
    const [seat = '', agent = ''] = item.split('=');
    const place = places(scenario).delegation.get(seat);
    const delegation = place === undefined ? undefined : scenario.delegations[place];
    if (delegation === undefined) throw new UsageError(`There is no seat "${seat}" in this scenario.`);
    if (!isAgent(agent)) throw new UsageError(`There is no agent "${agent}": ${AGENTS.join(', ')}.`);
    names.set(delegation.id, agent);
  }
  return names;
};

const agentsOf = (
  scenario: Scenario,
  names: ReadonlyMap<DelegationId, AgentName>,
): ReadonlyMap<SeatId, Agent> =>
  new Map([...names].map(([seat, name]) => [seat, agentNamed(scenario, name, seat)]));

/** Whether a delegation, by its place, is played by AI of ours. */
const ourOwn =
  (scenario: Scenario, names: ReadonlyMap<DelegationId, AgentName>) =>
  (place: number): boolean => {
    const id = scenario.delegations[place]?.id;
    const name = id === undefined ? undefined : names.get(id);
    return name === 'gentle' || name === 'seasoned' || name === 'hard';
  };
