import { useCallback, useEffect, useRef, useState } from 'react';
import type { BranchAnswer, BranchPoint, BranchRunning } from '../../session/film/index.ts';
import { useFilm } from './context.tsx';

/** A branch that is being played many times, or has been. */
export interface Study {
  readonly point: BranchPoint;
  /** What is otherwise, and what happened, in words. */
  readonly label: string;
  readonly was: string;
  readonly runs: number;
  readonly played: number;
  readonly of: number;
  /** Absent while it is being played. */
  readonly answer?: BranchAnswer;
}

export interface Studies {
  readonly study: Study | undefined;
  readonly begin: (study: Pick<Study, 'point' | 'label' | 'was' | 'runs'>) => void;
  readonly stop: () => void;
}

/** Plays one branch at a time; it goes on while other papers are read, and ends with the film. */
export const useStudies = (): Studies => {
  const { control } = useFilm();
  const [study, setStudy] = useState<Study>();
  const running = useRef<BranchRunning>(undefined);
  const begin = useCallback<Studies['begin']>(
    (asked) => {
      running.current?.cancel();
      setStudy({ ...asked, played: 0, of: 0 });
      const mine = control.branch(asked.point, asked.runs, (played, of) => {
        if (running.current === mine) setStudy((now) => (now === undefined ? now : { ...now, played, of }));
      });
      running.current = mine;
      void mine.answer.then((answer) => {
        if (running.current === mine) setStudy((now) => (now === undefined ? now : { ...now, answer }));
      });
    },
    [control],
  );
  useEffect(() => () => running.current?.cancel(), []);
  const stop = useCallback(() => running.current?.cancel(), []);
  return { study, begin, stop };
};
