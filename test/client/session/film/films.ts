import { readFileSync } from 'node:fs';
import { agentNamed, playMachines, recordOf } from '../../../../src/trial/index.ts';
import { FilmDesk } from '../../../../src/client/session/film/desk.ts';
import type { FilmWorker } from '../../../../src/client/session/film/line.ts';
import type { FilmAnswers, FilmRequest, FilmTold } from '../../../../src/client/session/film/wire.ts';
import { lay, type Scenario } from '../../../../src/engine/index.ts';
import { readScenario, writeGameFile, type GameRecord } from '../../../../src/scenario/index.ts';

const TEXT = readFileSync('scenarios/first-steps.yaml', 'utf8');

/** The smallest scenario of the shelf: quick to play, with all that films show. */
export const scenarioOf = (text = TEXT): Scenario => {
  const { scenario } = readScenario(text);
  if (scenario === undefined) throw new Error('the scenario does not read');
  return scenario;
};

/** A whole game by AI players, kept for the first delegation. */
export const recordedGame = (seed: string, text = TEXT): GameRecord => {
  const scenario = scenarioOf(text);
  const game = playMachines(
    lay(scenario, seed),
    new Map(scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)])),
  );
  const [first] = scenario.delegations;
  if (first === undefined) throw new Error('nobody plays');
  return { ...recordOf(game, text, 'seasoned'), seat: first.id };
};

/** The first moves of a game: one that still goes on. */
export const unfinished = (record: GameRecord, moves: number): GameRecord => ({
  ...record,
  moves: record.moves.slice(0, moves),
});

export const fileOf = (record: GameRecord): string => writeGameFile(record);

const nowhere = (): never => {
  throw new Error('nothing is stored here');
};

/** A desk with a game open, asked as the page asks its worker. */
export const openDesk = async (record: GameRecord, runs = false) => {
  const desk = new FilmDesk(nowhere);
  const ask = async <R extends FilmRequest>(request: R): Promise<FilmAnswers[R['ask']]> =>
    (await desk.answer(request)) as FilmAnswers[R['ask']];
  const head = await ask({ ask: 'open', source: { text: fileOf(record) }, runs });
  if ('fault' in head) throw new Error(head.fault);
  return { ask, head };
};

/** A worker that is none: what crosses is copied, as between threads. Counts how many were hired and let go. */
export const hiring = (): {
  readonly hire: () => FilmWorker;
  readonly count: { hired: number; gone: number };
} => {
  const count = { hired: 0, gone: 0 };
  const hire = (): FilmWorker => {
    count.hired += 1;
    const desk = new FilmDesk(nowhere);
    const listeners: ((message: MessageEvent<FilmTold>) => void)[] = [];
    const tell = (told: FilmTold): void => {
      for (const heard of listeners) heard({ data: structuredClone(told) } as MessageEvent<FilmTold>);
    };
    let gone = false;
    return {
      postMessage: ({ number, request }) => {
        desk.answer(structuredClone(request)).then(
          (answer) => gone || tell({ number, answer }),
          (error: unknown) => gone || tell({ number, failed: String(error) }),
        );
      },
      terminate: () => {
        if (!gone) count.gone += 1;
        gone = true;
      },
      addEventListener: (type: string, heard: unknown) => {
        if (type === 'message') listeners.push(heard as (message: MessageEvent<FilmTold>) => void);
      },
    };
  };
  return { hire, count };
};
