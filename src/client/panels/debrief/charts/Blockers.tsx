import { useState, type ReactNode } from 'react';
import { listed, listedNames } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Blocking } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Opener, Placard, usePlacards } from './bits.tsx';
import { whole } from './numbers.ts';
import { Figure, SCROLLED } from './Figure.tsx';

const isRuledOut = ({ coalitions, beyond }: Blocking): boolean => coalitions.length > 0 || beyond;

/** For every option of every article: possible, or who stood against it. */
export const Blockers = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const { debrief, largestBlock } = useFigures();
  const { blocking, outcome, path, delegations, zones } = debrief;
  const placard = usePlacards();
  const [open, setOpen] = useState<string>();
  const text = outcome.text ?? path.points.at(-1)?.text ?? [];
  const ids = (places: readonly number[]) => places.flatMap((place) => delegations[place] ?? []);
  const sets = ({ coalitions, complete, beyond }: Blocking): readonly string[] => [
    ...coalitions.map((places) =>
      places.length === 1
        ? listed(ids(places).map(placard))
        : d('blockTogether', { names: listed(ids(places).map(placard)) }),
    ),
    ...(beyond ? [d('blockBeyond', { count: largestBlock })] : []),
    ...(complete || coalitions.length === 0 ? [] : [d('blockMore')]),
  ];
  const opened = blocking
    .flat()
    .find(({ article, option }) => `${String(article)} ${String(option)}` === open);
  const widest = Math.max(0, ...scenario.articles.map(({ options }) => options.length));
  const sayOf = (found: Blocking): string => (isRuledOut(found) ? sets(found).join('; ') : d('blockFree'));
  return (
    <Figure
      testId="chart-blocking"
      title={d('blockTitle')}
      lead={d('blockLead')}
      renderDrawing={() => (
        <div {...SCROLLED} aria-label={d('blockTitle')}>
          <table className="blocking">
            <caption className="hidden">{d('blockTitle')}</caption>
            <tbody>
              {scenario.articles.map((article, place) => (
                <tr key={article.id}>
                  <th scope="row">{names.article(article.id)}</th>
                  {Array.from({ length: widest }, (_, option) => {
                    const found = blocking[place]?.[option];
                    if (found === undefined)
                      return (
                        <td key={option}>
                          <span className="hidden">{d('none')}</span>
                        </td>
                      );
                    const key = `${String(place)} ${String(option)}`;
                    const [first = []] = found.coalitions;
                    const stands = text[place] === option;
                    return (
                      <td key={option}>
                        <Opener
                          className={`option ${isRuledOut(found) ? 'option-shut' : 'option-open'}${stands ? ' option-stands' : ''}`}
                          expanded={open === key}
                          label={`${names.option(article.id, option)}: ${stands ? `${d('blockAdopted')}; ` : ''}${sayOf(found)}`}
                          onOpen={() => setOpen(open === key ? undefined : key)}
                        >
                          {names.option(article.id, option)}
                          <span className="option-who">
                            {stands ? <span className="option-in">{d('blockAdopted')}</span> : null}
                            {isRuledOut(found)
                              ? first.length === 0
                                ? d('blockBeyond', { count: largestBlock })
                                : ids(first).map((id) => <Placard key={id} id={id} />)
                              : d('blockFree')}
                          </span>
                        </Opener>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      table={{
        heads: [d('blockOption'), d('blockAgainst')],
        rows: blocking.flatMap((options, place) =>
          options.map((found, option) => {
            const article = scenario.articles[place]?.id ?? '';
            return [`${names.article(article)}: ${names.option(article, option)}`, sayOf(found)];
          }),
        ),
      }}
    >
      {opened === undefined ? null : (
        <div className="opened" aria-live="polite">
          <h4>{names.option(scenario.articles[opened.article]?.id ?? '', opened.option)}</h4>
          {opened.byRedLine.length === 0 ? null : (
            <p>{d('blockRed', { names: listedNames(ids(opened.byRedLine).map(placard)) })}</p>
          )}
          {isRuledOut(opened) ? (
            <>
              <p className="pieces-title">{d('blockSets')}</p>
              <ul className="moves">
                {sets(opened).map((set) => (
                  <li key={set}>{set}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{d('blockFree')}</p>
          )}
        </div>
      )}
      <h4>{d('zonesTitle')}</h4>
      <p>{zones === undefined ? d('zonesOut') : zonesText(zones)}</p>
    </Figure>
  );
};

const zonesText = ({
  texts,
  pairs,
  largest,
}: NonNullable<ReturnType<typeof useFigures>['debrief']['zones']>): string => {
  const two = pairs.flatMap((row, i) => row.slice(i + 1));
  const all = largest.members === pairs.length ? (largest.coalitions[0]?.texts ?? 0) : 0;
  return `${d('zonesLead', {
    texts: whole(texts),
    all: whole(all),
    least: whole(two.length === 0 ? 0 : Math.min(...two)),
    most: whole(Math.max(0, ...two)),
  })} ${d('zonesLargest', { members: largest.members, all: pairs.length })}`;
};
