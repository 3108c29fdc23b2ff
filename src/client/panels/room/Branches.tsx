import '../../styles/ending.css';
import type { ReactNode } from 'react';
import { points, t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import type { PlayedBranch, Stood } from '../../session/remote/index.ts';
import { Button, Change, Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useFilmDoor } from '../film-door.tsx';
import { useCompany, useRoomSight } from './context.tsx';

/** What the room has played otherwise, beside what happened. Everybody was there; gains open with the cards. */
export const Branches = (): ReactNode => {
  const { played, stands } = useRoomSight();
  if (stands === undefined) return null;
  return (
    <section className="branches" aria-labelledby="branches" data-testid="branches">
      <h2 id="branches">{r('branchesTitle')}</h2>
      <p className="quiet">{r('branchesAbout')}</p>
      {played.map((branch) => (
        <Beside key={branch.n} branch={branch} stands={stands} />
      ))}
    </section>
  );
};

const endOf = ({ end }: Stood): string => (end === undefined ? r('branchUnfinished') : r(`ended_${end}`));

const Beside = ({ branch, stands }: { readonly branch: PlayedBranch; readonly stands: Stood }): ReactNode => {
  const { scenario, names } = usePlaying();
  const { openFilm, offered } = useFilmDoor();
  const { room } = useCompany();
  const { n, from, moves, session, phase, stood } = branch;
  const title = r('branchOf', { n, session: names.session(session), phase: names.phase(phase) });
  const other = scenario.articles.flatMap((article, place) => {
    const was = stands.text[place];
    const now = stood.text[place];
    return was === undefined ||
      now === undefined ||
      (was.option === now.option && was.settled === now.settled)
      ? []
      : [{ article, was, now }];
  });
  const option = (id: string, { option: chosen, settled }: Stood['text'][number]): string =>
    `${names.option(id, chosen)}${settled ? ` (${r('branchSettled')})` : ''}`;
  const watch = async (): Promise<void> => {
    const text = await room.file({ which: 'branch', branch: n });
    if (text !== undefined) openFilm({ source: { text }, move: from });
  };
  return (
    <section className="branch-beside" aria-label={title} data-testid={`branch-${String(n)}`}>
      <table>
        <caption>
          {title} <span className="quiet">{r('branchMoves', { count: moves })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{r('branchWhat')}</span>
            </th>
            <th scope="col">{r('branchWas')}</th>
            <th scope="col">{r('branchPlayed')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{r('branchEnd')}</th>
            <td>{endOf(stands)}</td>
            <td>{endOf(stood)}</td>
          </tr>
          {other.map(({ article, was, now }) => (
            <tr key={article.id}>
              <th scope="row">{names.article(article.id)}</th>
              <td>{option(article.id, was)}</td>
              <td>{option(article.id, now)}</td>
            </tr>
          ))}
          {(['tension', 'deals', 'promises', 'broken'] as const).map((what) => (
            <tr key={what}>
              <th scope="row">{r(`branch_${what}`)}</th>
              <td>{stands[what]}</td>
              <td>{stood[what]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {other.length === 0 ? <p className="quiet">{r('branchSameText')}</p> : null}
      {stood.gains === undefined || stands.gains === undefined ? null : (
        <Gains stood={stood.gains} stands={stands.gains} />
      )}
      {offered ? (
        <Button onPress={() => void watch()} testId={`watch-branch-${String(n)}`}>
          {r('branchWatch')}
        </Button>
      ) : null}
    </section>
  );
};

const Gains = ({
  stood,
  stands,
}: {
  readonly stood: readonly number[];
  readonly stands: readonly number[];
}): ReactNode => {
  const { scenario, names } = usePlaying();
  return (
    <details>
      <summary>{r('branchGains')}</summary>
      <table className="branch-gains">
        <thead>
          <tr>
            <th scope="col">{t('delegation')}</th>
            <th scope="col">{r('branchWas')}</th>
            <th scope="col">{r('branchPlayed')}</th>
          </tr>
        </thead>
        <tbody>
          {scenario.delegations.map(({ id, flag, placard }, place) => (
            <tr key={id}>
              <th scope="row">
                <Flag code={flag} size={14} /> {names.words(placard)}
              </th>
              <td>{points(stands[place] ?? 0, true)}</td>
              <td>
                <Change value={stood[place] ?? 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
