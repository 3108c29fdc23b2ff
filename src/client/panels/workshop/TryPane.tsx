import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { points } from '../../i18n/index.ts';
import { w } from '../../i18n/workshop.ts';
import type { Fault, Remark, TrialReport, TriedGame } from '../../session/workshop/index.ts';
import { Button } from '../bits.tsx';
import { Balance, Ends, Games, Texts } from './Charts.tsx';
import { useBench, useWriting } from './context.tsx';
import { FaultList } from './FaultList.tsx';

/** Letters that cannot be mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const randomSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => LETTERS[byte % LETTERS.length] ?? 'a')
    .join('');

/** Advice on play, and ten games by machines. */
export const TryPane = ({
  onGo,
  onMend,
  onLook,
}: {
  readonly onGo: (fault: Fault) => void;
  readonly onMend: (fault: Fault, write: string) => void;
  readonly onLook: (game: TriedGame) => void;
}): ReactNode => {
  const bench = useBench();
  const read = useWriting((writing) => writing.read);
  const lint = useWriting((writing) => writing.lint);
  const trial = useWriting((writing) => writing.trial);
  const seed = useWriting((writing) => writing.seed);
  const playable = read?.cover !== undefined;
  const busy = lint.state === 'running' || trial.state === 'running';
  return (
    <div className="try-pane">
      {playable || read === undefined ? null : <p className="form-note form-broken">{w('cannotTry')}</p>}
      <section className="entry" aria-labelledby="try">
        <h3 id="try">{w('tryTitle')}</h3>
        <p className="quiet">{w('tryAbout')}</p>
        <div className="row">
          <Button look="main" disabled={!playable || busy} onPress={() => void bench.tryOut()} testId="try">
            {trial.state === 'done' ? w('tryAgain') : w('try')}
          </Button>
          <label className="field">
            <span className="field-label">{w('trySeed')}</span>
            <input
              className="text"
              value={seed}
              maxLength={30}
              onChange={(event) => bench.setSeed(event.target.value)}
            />
          </label>
          <Button look="quiet" disabled={busy} onPress={() => bench.setSeed(randomSeed())}>
            {w('tryNewSeed')}
          </Button>
        </div>
        {trial.state === 'running' ? (
          <Running
            at={trial.at}
            of={trial.of}
            label={w('tryRunning', { at: Math.min(trial.at + 1, trial.of), of: trial.of })}
            onStop={() => bench.stop()}
          />
        ) : null}
        {trial.state === 'failed' ? <p className="loss">{w('failed', { message: trial.message })}</p> : null}
        {trial.state === 'done' ? (
          <div className="trial" data-testid="trial">
            {trial.fresh ? null : <p className="form-note">{w('stale')}</p>}
            <Reading report={trial.found} />
            <Ends tried={trial.found.tried} />
            <Balance report={trial.found} />
            <Games tried={trial.found.tried} onLook={onLook} />
            <Texts report={trial.found} />
          </div>
        ) : null}
      </section>
      <section className="entry" aria-labelledby="lint">
        <h3 id="lint">{w('lintTitle')}</h3>
        <p className="quiet">{w('lintAbout')}</p>
        <div className="row">
          <Button disabled={!playable || busy} onPress={() => void bench.lint()} testId="lint">
            {w('lint')}
          </Button>
        </div>
        {lint.state === 'running' ? (
          <Running
            at={lint.at}
            of={lint.of}
            label={w('lintRunning', { at: lint.at, of: lint.of })}
            onStop={() => bench.stop()}
          />
        ) : null}
        {lint.state === 'failed' ? <p className="loss">{w('failed', { message: lint.message })}</p> : null}
        {lint.state === 'done' ? (
          <div data-testid="advice">
            {lint.fresh ? null : <p className="form-note">{w('stale')}</p>}
            {lint.found.length === 0 ? <p className="gain">{w('lintNone')}</p> : null}
            <FaultList found={lint.found} warning fresh={lint.fresh} onGo={onGo} onMend={onMend} />
          </div>
        ) : null}
      </section>
    </div>
  );
};

const Running = ({
  at,
  of,
  label,
  onStop,
}: {
  readonly at: number;
  readonly of: number;
  readonly label: string;
  readonly onStop: () => void;
}): ReactNode => (
  <div className="running">
    <ProgressBar value={at} maxValue={Math.max(1, of)} aria-label={label}>
      {({ percentage }) => (
        <span className="trial-bar">
          <span className="trial-bar-fill" style={{ inlineSize: `${String(percentage ?? 0)}%` }} />
        </span>
      )}
    </ProgressBar>
    <output>{label}</output>
    <Button onPress={onStop}>{w('stop')}</Button>
  </div>
);

/** What the games say, in sentences. */
const Reading = ({ report }: { readonly report: TrialReport }): ReactNode => (
  <div className="trial-reading">
    <h4>{w('reading')}</h4>
    <ul>
      {report.remarks.map((remark) => (
        <li key={remarkText(report, remark)}>{remarkText(report, remark)}</li>
      ))}
    </ul>
  </div>
);

const whole = (share: number): number => Math.round(share * 100);

const remarkText = (report: TrialReport, remark: Remark): string => {
  const name = (place: number): string => report.seats[place]?.name ?? '';
  switch (remark.code) {
    case 'unfinished':
    case 'collapses':
    case 'hardly-adopted':
    case 'nothing-feasible':
      return w(`remark_${remark.code}`, { count: remark.count, games: remark.games });
    case 'never-gains':
      return w('remark_never-gains', {
        name: name(remark.place),
        utility: points(remark.utility),
        walkAway: points(remark.walkAway),
      });
    case 'seldom-gains':
      return w('remark_seldom-gains', { name: name(remark.place), count: remark.count, games: remark.games });
    case 'always-gains':
      return w('remark_always-gains', { name: name(remark.place) });
    case 'all-gain':
      return w('remark_all-gain');
    case 'same-text':
      return w('remark_same-text', { count: remark.count });
    case 'article-dead':
      return w('remark_article-dead', {
        name: report.articles[remark.place]?.name ?? '',
        count: remark.count,
      });
    case 'far-from-best':
      return w('remark_far-from-best', { percent: whole(remark.share) });
    case 'tense':
      return w('remark_tense', { tension: Math.round(remark.tension), collapse: remark.collapse });
    case 'always-adopted':
      return w('remark_always-adopted', { games: remark.games });
    case 'balanced':
      return w('remark_balanced');
  }
};
