import type { BranchAnswer, BranchPoint, BranchRunning, Findings, Result } from './contract.ts';
import { openFilmLine, type FilmLine, type FilmWorker } from './line.ts';

/** Workers at most: each holds the game and its tables. */
const MOST_WORKERS = 8;

/** Cores to spare: all but one, so that the page stays quick; with two, both, because the page mostly waits. */
export const workersFor = (cores: number | undefined, jobs: number): number =>
  Math.max(1, Math.min(MOST_WORKERS, jobs, cores === undefined || cores < 3 ? (cores ?? 1) : cores - 1));

interface Job {
  readonly point: BranchPoint;
  readonly run: number;
  readonly into: (Result | undefined)[];
}

/** What is to be played, and by whom. */
export interface Playing {
  readonly hire: () => FilmWorker;
  /** The game's file. */
  readonly text: string;
  readonly happened: Result;
  readonly point: BranchPoint;
  readonly runs: number;
  readonly progress: (played: number, of: number) => void;
  readonly cores: number | undefined;
  readonly findings: (results: readonly Result[]) => Promise<Findings | undefined>;
}

/**
 * Plays a branch many times in several workers, and as often the game from the same place with nothing changed. Both arms have the
 * same chances run by run. What they came to does not depend on the number of workers.
 */
export const playBranch = (playing: Playing): BranchRunning => {
  const { hire, text, happened, point, runs, progress, cores, findings } = playing;
  const changed: (Result | undefined)[] = [];
  const unchanged: (Result | undefined)[] = [];
  const still: BranchPoint = { at: point.at, change: { kind: 'nothing' } };
  const alone = point.change.kind === 'nothing';
  const queue = Array.from({ length: runs }, (_, run): readonly Job[] => [
    { point, run, into: changed },
    ...(alone ? [] : [{ point: still, run, into: unchanged }]),
  ]).flat();
  const of = queue.length;
  const lines: FilmLine[] = [];
  const now: { played: number; ended: 'cancelled' | 'refused' | undefined } = { played: 0, ended: undefined };
  const close = (): void => {
    for (const line of lines) line.close();
  };
  const work = async (): Promise<void> => {
    const line = openFilmLine(hire);
    lines.push(line);
    // That branches may be played was found where the film is shown.
    const opened = await line.ask({ ask: 'open', source: { text }, runs: true });
    if ('fault' in opened) throw new Error(opened.fault);
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const { result, refusal } = await line.ask({ ask: 'run', point: job.point, run: job.run });
      job.into[job.run] = result;
      if (refusal !== undefined) {
        now.ended = 'refused';
        queue.splice(0);
      }
      now.played += 1;
      progress(now.played, of);
    }
  };
  const answer = async (): Promise<BranchAnswer> => {
    try {
      await Promise.all(Array.from({ length: workersFor(cores, of) }, work));
      if (now.ended !== undefined) return { failed: now.ended };
      const found = changed.filter((result) => result !== undefined);
      const control = alone ? found : unchanged.filter((result) => result !== undefined);
      return {
        done: {
          runs,
          happened,
          changed: found,
          unchanged: control,
          findings: await findings(found),
          control: await findings(control),
        },
      };
    } catch (error) {
      if (now.ended !== undefined) return { failed: now.ended };
      return { failed: 'crashed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      close();
    }
  };
  return {
    answer: answer(),
    cancel: () => {
      now.ended = 'cancelled';
      queue.splice(0);
      close();
    },
  };
};
