import {
  believedOf,
  cloudOf,
  debriefing,
  DEBRIEF_STEPS,
  planeOf,
  type Believed,
  type Debrief,
  type Plane,
} from '../../../analysis/debrief/index.ts';
import type { PastGame } from '../../../analysis/branches/index.ts';
import { LARGEST_BLOCK, type Problem } from '../../../analysis/index.ts';
import { believe, suspicions } from '../../../delegates/index.ts';
import { placeOf, type DelegationId } from '../../../engine/index.ts';
import {
  csvOf,
  HOME,
  materialOf,
  pageOf,
  statementsOf,
  type Reader,
  type Told,
} from '../../../report/index.ts';
import { parseGameFile, readScenario, tableOf } from '../../../scenario/index.ts';
import type { Figures, FigureStep, KeptFile, Making, TakeAway } from './contract.ts';
import { zipOf } from './zip.ts';

const STEPS: readonly FigureStep[] = ['reading', ...DEBRIEF_STEPS, 'cloud'];

/** A game whose figures are there. */
interface Opened {
  readonly game: PastGame;
  readonly debrief: Debrief;
  readonly problem: Problem;
  readonly believed: readonly Believed[];
}

/** The work of a debrief, without a worker around it: figures, planes, files. */
export class DebriefWork {
  readonly #now: () => number;
  #opened: Opened | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `undefined` for a text that is no game file. */
  figures(text: string, making: (now: Making) => void): Figures | undefined {
    const began = this.#now();
    const say = (step: FigureStep): void => making({ step, place: STEPS.indexOf(step), of: STEPS.length });
    say('reading');
    // Its moves are folded by the first step; whoever opened the game has compared them with their fingerprints.
    const filed = parseGameFile(text);
    if (filed.fault !== undefined || !filed.untouched) return undefined;
    const { record } = filed;
    const { scenario } = readScenario(record.scenario.text);
    if (scenario === undefined) return undefined;
    const game: PastGame = { table: tableOf(scenario, record), moves: record.moves };
    const steps = debriefing(game, suspicions);
    for (;;) {
      const step = steps.next();
      if (step.done !== true) {
        say(step.value);
        continue;
      }
      say('cloud');
      const { debrief, problem } = step.value;
      const believed = believedOf(game, believe);
      this.#opened = { game, debrief, problem, believed };
      return {
        debrief,
        cloud: cloudOf(problem),
        believed,
        largestBlock: LARGEST_BLOCK,
        took: this.#now() - began,
      };
    }
  }

  plane(first: DelegationId, second: DelegationId): Plane | undefined {
    if (this.#opened === undefined) return undefined;
    const { game, problem } = this.#opened;
    const place = (id: DelegationId): number => placeOf(game.table.scenario, 'delegation', id);
    return planeOf(problem, place(first), place(second));
  }

  keep(wanted: TakeAway, told: Told): KeptFile | undefined {
    if (this.#opened === undefined) return undefined;
    const { game, debrief, believed } = this.#opened;
    const { id } = game.table.scenario;
    const made = (reader: Reader) => materialOf(game.table, debrief, reader, { ...told, believed });
    switch (wanted.kind) {
      case 'report': {
        const { reader } = wanted;
        const name = `${id}-${reader.kind === 'delegation' ? reader.me : reader.kind}.html`;
        return { name, type: 'text/html', bytes: encoded(pageOf(made(reader))) };
      }
      case 'sheets': {
        const material = made({ kind: wanted.anonymous ? 'anonymous' : 'teacher' });
        return { name: `${id}-sheets.zip`, type: 'application/zip', bytes: zipOf(csvOf(material)) };
      }
      case 'statements': {
        const material = made({ kind: wanted.anonymous ? 'anonymous' : 'teacher' });
        const statements = statementsOf(game, material, HOME);
        return {
          name: `${id}-xapi.json`,
          type: 'application/json',
          bytes: encoded(`${JSON.stringify(statements, undefined, 2)}\n`),
        };
      }
    }
  }
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
