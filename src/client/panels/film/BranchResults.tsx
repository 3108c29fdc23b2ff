import { useState, type ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import { points } from '../../i18n/index.ts';
import type { Names } from '../../i18n/names.ts';
import type { BranchReport, Findings } from '../../session/film/index.ts';
import { Button, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { BranchChart, measuresOf } from './BranchChart.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import type { Study, Studies } from './study.ts';
import { allAlike, tally } from './tally.ts';

/** What became of a branch, while it is played and afterwards. */
export const BranchResults = ({
  studies,
  onWatch,
}: {
  readonly studies: Studies;
  readonly onWatch: (text: string, move: number) => void;
}): ReactNode => {
  const { study, stop } = studies;
  if (study === undefined) return null;
  return (
    <section aria-labelledby="branch-results" className="branch" data-testid="branch">
      <h3 id="branch-results">{f('results')}</h3>
      <p>
        <span className="film-at">{study.point.at + (study.point.change.kind === 'nothing' ? 0 : 1)}</span>{' '}
        <strong>{study.label}</strong>
      </p>
      <Progress study={study} onStop={stop} />
      {study.answer !== undefined && 'done' in study.answer ? (
        <Found study={study} report={study.answer.done} onWatch={onWatch} />
      ) : null}
    </section>
  );
};

const Progress = ({ study, onStop }: { readonly study: Study; readonly onStop: () => void }): ReactNode => {
  const { answer, played, of } = study;
  if (answer === undefined) {
    const said = f('running', { played, all: of === 0 ? study.runs : of });
    return (
      <div className="branch-progress">
        <progress max={Math.max(1, of)} value={played} aria-label={said} />
        <output>{said}</output>
        <Button onPress={onStop} testId="stop-branch">
          {f('stop')}
        </Button>
      </div>
    );
  }
  if ('done' in answer) return null;
  return (
    <p role="alert">
      {answer.failed === 'cancelled'
        ? f('stopped')
        : answer.failed === 'refused'
          ? f('refusedBranch')
          : f('crashedBranch', { message: answer.message ?? '' })}
    </p>
  );
};

const readingOf = (report: BranchReport, names: Names, id: string, place: number): string => {
  const { happened, changed } = report;
  const { games, adopted, better, worse, same } = tally(changed, happened, place);
  const had = happened.outcome.end === 'adopted';
  const game = had
    ? f(adopted === games ? 'readsAdopted' : 'readsLost')
    : f(adopted === 0 ? 'readsNone' : 'readsNot');
  return f('reads', { adopted, count: games, game, name: names.delegation(id), better, worse, same });
};

const Found = ({
  study,
  report,
  onWatch,
}: {
  readonly study: Study;
  readonly report: BranchReport;
  readonly onWatch: (text: string, move: number) => void;
}): ReactNode => {
  const { scenario, names } = usePlaying();
  const { seat } = useHead();
  const eye = useFilmScreen((screen) => screen.eye);
  const [chosen, choose] = useState<string>();
  const ids = scenario.delegations.map(({ id }) => id);
  const id = ids.find((one) => one === (chosen ?? eye)) ?? ids.find((one) => one === seat) ?? ids[0];
  if (id === undefined) return null;
  const place = ids.indexOf(id);
  const reading = readingOf(report, names, id, place);
  const { findings, control } = report;
  const middle = control?.utilities[place]?.middle;
  const changed = findings?.utilities[place]?.middle;
  return (
    <>
      <output className="lead" data-testid="branch-reading">
        {reading}
      </output>
      {study.point.change.kind === 'nothing' || middle === undefined || changed === undefined ? null : (
        <p>
          {f('readsControl', {
            adopted: control?.ends.adopted ?? 0,
            count: control?.games ?? 0,
            name: names.delegation(id),
            middle: points(middle),
            changed: points(changed),
          })}
        </p>
      )}
      {findings !== undefined && allAlike(findings) ? <p className="quiet">{f('alike')}</p> : null}
      <Select
        label={f('resultsFor')}
        value={id}
        choices={ids.map((one) => ({ value: one, label: names.delegation(one) }))}
        onChange={choose}
      />
      <figure className="branch-figure">
        <BranchChart
          report={report}
          measures={measuresOf(
            place,
            names.words(scenario.delegations[place]?.placard ?? {}),
            scenario.tension.collapse,
          )}
        />
        <figcaption className="chart-key">
          <span className="key key-changed">{f('laneChanged')}</span>
          <span className="key key-unchanged">{f('laneUnchanged')}</span>
          <span className="key key-game">{f('laneGame')}</span>
        </figcaption>
      </figure>
      <details>
        <summary>{f('chartTable')}</summary>
        <Figures report={report} place={place} />
      </details>
      <Replays study={study} onWatch={onWatch} />
    </>
  );
};

const spread = (
  found: { readonly middle: number; readonly least: number; readonly most: number } | undefined,
  say: (value: number) => string,
): string =>
  found === undefined
    ? f('none')
    : f('spread', { middle: say(found.middle), least: say(found.least), most: say(found.most) });

const ends = (found: Findings | undefined): string =>
  found === undefined ? f('none') : f('ofRuns', { count: found.ends.adopted, all: found.games });

const percent = (share: number): string => `${String(Math.round(share * 100))}\u{A0}%`;

/** Everything the chart shows, and all delegations, in figures. */
const Figures = ({ report, place }: { readonly report: BranchReport; readonly place: number }): ReactNode => {
  const { scenario, names } = usePlaying();
  const { happened, findings, control } = report;
  const rows = [
    {
      what: f('rowAdopted'),
      cells: [f(happened.outcome.end === 'adopted' ? 'yes' : 'no'), ends(findings), ends(control)],
    },
    {
      what: f('rowNash'),
      cells: [
        happened.nashShare === undefined ? f('none') : percent(happened.nashShare),
        spread(findings?.nashShare, percent),
        spread(control?.nashShare, percent),
      ],
    },
    {
      what: f('rowTension'),
      cells: [
        String(happened.outcome.tension),
        spread(findings?.tension, String),
        spread(control?.tension, String),
      ],
    },
    ...scenario.delegations.map((delegation, index) => ({
      what: names.delegation(delegation.id),
      cells: [
        points(happened.outcome.seats[index]?.utility ?? 0),
        spread(findings?.utilities[index], points),
        spread(control?.utilities[index], points),
      ],
    })),
  ];
  return (
    <table className="gains">
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{f('results')}</span>
          </th>
          <th scope="col">{f('colGame')}</th>
          <th scope="col">{f('colChanged')}</th>
          <th scope="col">{f('colUnchanged')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, cells }, index) => (
          <tr key={what} className={index === place + 3 ? 'gains-mine' : ''}>
            <th scope="row">{what}</th>
            {cells.map((cell, column) => (
              <td key={`${what}-${String(column)}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Any replay can be looked at. */
const Replays = ({
  study,
  onWatch,
}: {
  readonly study: Study;
  readonly onWatch: (text: string, move: number) => void;
}): ReactNode => {
  const { control } = useFilm();
  const [run, setRun] = useState(0);
  const [making, setMaking] = useState(false);
  const watch = async (): Promise<void> => {
    setMaking(true);
    const text = await control.branchGame(study.point, run);
    setMaking(false);
    // Just after what is otherwise.
    if (text !== undefined) onWatch(text, study.point.at - (study.point.change.kind === 'nothing' ? 1 : 0));
  };
  return (
    <div>
      <p className="quiet">{f('watchAbout')}</p>
      <div className="row">
        <Select
          label={f('replay')}
          value={String(run)}
          choices={Array.from({ length: study.runs }, (_, place) => ({
            value: String(place),
            label: String(place + 1),
          }))}
          onChange={(value) => setRun(Number(value))}
        />
        <Button disabled={making} onPress={() => void watch()} testId="watch-run">
          {f('watchRun', { n: run + 1 })}
        </Button>
      </div>
    </div>
  );
};
