import {
  alternativesAt,
  alternativesAtOpening,
  findingsOf,
  resultOf,
} from '../../../analysis/branches/index.ts';
import { reasonsOf, saidAloud, unsaid } from '../../../analysis/debrief/index.ts';
import {
  chapters,
  view,
  whole,
  witnesses,
  type Chapter,
  type Event,
  type State,
  type Table,
  type View,
} from '../../../engine/index.ts';
import {
  parseGameFile,
  readScenario,
  tableOf,
  writeGameFile,
  type GameFault,
  type GameRecord,
  type RecordedMove,
} from '../../../scenario/index.ts';
import type { LoadFault } from '../contract.ts';
import { beliefsIn, packageFigures, strengthsIn, tableFigures, textFigures } from '../figures.ts';
import type { Storage } from '../storage.ts';
import { branchRecord, pastOf, runOf, takenOver, type Filmed } from './branching.ts';
import type {
  Eye,
  FilmAlternative,
  FilmAlternatives,
  FilmHead,
  FilmRights,
  FilmSource,
  FilmWhy,
  TurningMark,
  TurningMarks,
} from './contract.ts';
import { marksOf, stopsOf, turningMarks, turnsOf } from './marks.ts';
import { reelOf, type Reel } from './reel.ts';
import { rightsOf } from './rights.ts';
import type { FilmAnswers, FilmRequest, FilmSight } from './wire.ts';

/** The game whose film is shown. */
interface Shown {
  readonly game: Filmed;
  readonly table: Table;
  readonly reel: Reel;
  /** The state at its end. */
  readonly last: State;
  readonly rights: FilmRights;
  /** By place of the film: how many moves of the game were made by then. */
  readonly stops: readonly number[];
}

/** The film's desk, in its worker: reads a game, shows any of its places to whoever may look, and plays branches of it. */
export class FilmDesk {
  readonly #storage: () => Pick<Storage, 'load'>;
  #shown: Shown | undefined;
  #sent: readonly Chapter[] = [];
  /** What was looked at last: figures are reckoned for it. */
  #seen: View | undefined;

  /** `storage` is opened only for a game that is saved there. */
  constructor(storage: () => Pick<Storage, 'load'>) {
    this.#storage = storage;
  }

  async answer(request: FilmRequest): Promise<FilmAnswers[FilmRequest['ask']]> {
    if (request.ask === 'open') return this.#open(request.source, request.runs);
    const shown = this.#shown;
    if (shown === undefined) throw new Error('no film is open');
    return this.#asked(shown, request);
  }

  #asked(shown: Shown, request: Exclude<FilmRequest, { ask: 'open' }>): FilmAnswers[FilmRequest['ask']] {
    const { game, rights } = shown;
    const { scenario } = game;
    switch (request.ask) {
      case 'look':
        return this.#look(shown, request.position, request.eye);
      case 'beliefs':
        return this.#seen?.own === undefined ? [] : beliefsIn(scenario, this.#seen);
      case 'turning':
        return placedMarks(turningMarks(pastOf(game), rights), shown.stops);
      case 'text':
        return writeGameFile(game.record);
      case 'appraise':
        return this.#seen === undefined
          ? undefined
          : packageFigures(
              scenario,
              this.#seen,
              request.undertakings,
              request.parties,
              request.open,
              strengthsIn(game.record),
            );
      case 'appraise-text':
        return this.#seen === undefined ? undefined : textFigures(scenario, this.#seen, request.text);
      case 'analysis':
        return tableFigures(scenario, shown.last);
      case 'alternatives':
        return rights.branches ? alternatives(shown, request.position) : { happened: [], list: [] };
      case 'happened':
        return rights.branches ? resultOf(shown.table, shown.last) : undefined;
      case 'findings':
        return findingsOf(request.results);
      case 'run':
        return rights.branches ? runOf(game, request.point, request.run) : {};
      case 'branch-game':
        return rights.branches ? written(branchRecord(game, request.point, request.run)) : undefined;
      case 'take-over':
        return rights.branches ? written(takenOver(game, request.point, request.seat)) : undefined;
    }
  }

  async #open(source: FilmSource, runs = false): Promise<FilmHead | LoadFault> {
    const record = await this.#read(source);
    if ('fault' in record) return record;
    const { scenario, faults } = readScenario(record.scenario.text);
    if (scenario === undefined) return { fault: 'scenario-faults', faults };
    const table = tableOf(scenario, record);
    const reel = folded(table, record.moves);
    if (reel === undefined) return { fault: 'tampered', at: -1 };
    const last = reel.stateAt(reel.length);
    const rights = rightsOf(scenario, record, last, runs);
    const stops = stopsOf(record.moves, rights);
    this.#shown = { game: { scenario, record }, table, reel, last, rights, stops };
    this.#sent = [];
    const opening = { events: chapters(reel.stateAt(0)).flatMap(({ events }) => events) };
    return {
      scenario,
      seed: record.seed,
      seat: record.seat,
      length: stops.length - 1,
      closed: last.status === 'closed',
      rights,
      marks: marksOf(opening, record.moves).map((mark) => ({ ...mark, at: placed(stops, mark.at) })),
      turns: rights.branches ? turnsOf(opening, record.moves) : [],
      ...(record.branch === undefined ? {} : { branch: record.branch.at }),
    };
  }

  /**
   * Fingerprints are not compared again: whoever took the game up, or wrote the file, has done so. It takes a quarter of a minute for
   * a conference of 193.
   */
  async #read(source: FilmSource): Promise<GameRecord | GameFault | LoadFault> {
    if ('text' in source) {
      const filed = parseGameFile(source.text);
      if (filed.fault !== undefined) return filed;
      return filed.untouched ? filed.record : { fault: 'tampered', at: -1 };
    }
    try {
      const found = await this.#storage().load(source.saved);
      return found === undefined ? { fault: 'no-such-save' } : found.record;
    } catch (error) {
      return { fault: 'storage', message: error instanceof Error ? error.message : String(error) };
    }
  }

  #look({ game, table, reel, rights, stops }: Shown, position: number, eye: Eye): FilmSight | undefined {
    const stop = stops[position];
    if (!rights.eyes.includes(eye) || stop === undefined) return undefined;
    const state = reel.stateAt(stop);
    const now = seen(table, state, eye);
    this.#seen = now;
    const { log, ...rest } = now;
    const same = log.findIndex((chapter, place) => chapter !== this.#sent[place]);
    const keep = same === -1 ? log.length : same;
    this.#sent = log;
    const made = game.record.moves[stop - 1];
    const why = made === undefined ? undefined : whyOf(made, rights, eye);
    return {
      position,
      eye,
      view: rest,
      log: { keep, add: log.slice(keep) },
      happening: happening(log, made?.events, eye),
      ...(why === undefined ? {} : { why }),
    };
  }
}

/** `undefined` where an event cannot be applied: such a game was never played. */
const folded = (table: Table, moves: GameRecord['moves']): Reel | undefined => {
  try {
    return reelOf(table, moves);
  } catch {
    return undefined;
  }
};

/** Where a film stands after so many moves of the game: at the first place by which they were made. */
const placed = (stops: readonly number[], at: number): number => {
  const place = stops.findIndex((stop) => stop >= at);
  return place === -1 ? stops.length - 1 : place;
};

const placedMarks = ({ table, seats }: TurningMarks, stops: readonly number[]): TurningMarks => {
  const move = (mark: TurningMark): TurningMark => ({ ...mark, at: placed(stops, mark.at) });
  return { table: table.map(move), seats: seats.map((seat) => ({ ...seat, points: seat.points.map(move) })) };
};

/** A view in which nothing can be done. */
const seen = (table: Table, state: State, eye: Eye): View => {
  const now = eye === 'truth' ? whole(table, state) : view(table, state, eye);
  return { ...now, may: [], offersLeft: 0 };
};

/** What of the move that led here these eyes witness; at the opening, everything so far. */
const happening = (
  log: readonly Chapter[],
  events: readonly Event[] | undefined,
  eye: Eye,
): readonly Event[] => {
  if (events === undefined) return log.flatMap((chapter) => chapter.events);
  return eye === 'truth' ? events : events.filter((event) => witnesses(event, eye));
};

/**
 * The reasons an AI player kept to itself: only where whoever watches may see everything, and then through its own eyes and those
 * that see everything. Through another's they are not said, only that there are some. The Chair's are made of what all have heard.
 */
const whyOf = (made: RecordedMove, { eyes }: FilmRights, eye: Eye): FilmWhy | undefined => {
  const { seat } = made.move;
  const because = unsaid({ seat, because: reasonsOf(made) }, made.events);
  if (because.length === 0 || !eyes.includes('truth')) return undefined;
  if (eye === 'truth' || eye === seat || seat === 'chair')
    return { seat, because, ...(saidAloud(seat, made.events) ? { aloud: true } : {}) };
  return made.events.some((event) => witnesses(event, eye)) ? { seat } : undefined;
};

const alternatives = (shown: Shown, position: number): FilmAlternatives => {
  const { game, table } = shown;
  if (position === 0) return { happened: [], list: alternativesAtOpening(table) };
  const made = game.record.moves[position - 1];
  if (made === undefined) return { happened: [], list: [] };
  const decided = made.events.some(({ kind }) => kind === 'decided');
  return {
    happened: made.events,
    list: [...(decided ? answersBefore(shown, position - 1) : []), ...alternativesOf(shown, position - 1)],
  };
};

const alternativesOf = ({ game, table, reel }: Shown, at: number): readonly FilmAlternative[] => {
  const made = game.record.moves[at];
  if (made === undefined) return [];
  const before = reel.stateAt(at);
  return alternativesAt(table, before, made).map((alternative): FilmAlternative => {
    const { change } = alternative;
    const command = change.kind === 'instead' ? change.command : undefined;
    const id = command?.kind === 'accept' || command?.kind === 'decline' ? command.offer : undefined;
    const offer = before.offers.find((item) => item.id === id);
    const pledge =
      command?.kind === 'perform' ? before.pledges.find((item) => item.id === command.pledge) : undefined;
    return {
      ...alternative,
      was: made.move.command.kind,
      ...(offer === undefined ? {} : { offer }),
      ...(pledge === undefined ? {} : { pledge }),
    };
  });
};

/** When the gavel falls one asks what if somebody had answered otherwise: the answers to that text, those against it first. */
const answersBefore = (shown: Shown, gavel: number): readonly FilmAlternative[] => {
  const { moves } = shown.game.record;
  const put = moves.slice(0, gavel).findLastIndex(({ move }) => move.command.kind === 'put');
  const given = moves
    .slice(0, gavel)
    .flatMap(({ move }, at) => (at > put && move.command.kind === 'answer' ? [{ at, ...move.command }] : []));
  const against = given.filter(({ answer }) => answer === 'object' || answer === 'no');
  return (against.length > 0 ? against : given).flatMap(({ at }) =>
    alternativesOf(shown, at).map((alternative) => ({ ...alternative, at })),
  );
};

const written = (record: Parameters<typeof writeGameFile>[0] | undefined): string | undefined =>
  record === undefined ? undefined : writeGameFile(record);
