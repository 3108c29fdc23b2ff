import type { ReactNode } from 'react';
import { b } from '../../../i18n/believed.ts';
import { d } from '../../../i18n/debrief.ts';
import { points } from '../../../i18n/index.ts';
import { FEARED, type Believed } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Placard, RowLines, TopAxis } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { furthest, misjudgedText, tellingArticles } from './misjudged.ts';
import { tickText } from './numbers.ts';
import { RowChart } from './RowChart.tsx';
import { niceOver, ticksFor } from './scales.ts';
import { useShown } from './shown.tsx';
import '../../../styles/believed.css';

/** Articles of a delegation that are told, by what they mattered; sentences on what was furthest off. */
const MOST_ARTICLES = 3;
const MOST_SENTENCES = 3;

const rounded = (value: number): string => value.toFixed(1);

/** A value of no agreement in words, and how far it was off. */
const value = ({ reservation: { low, high, truth } }: Believed): string =>
  b('noAgreementLine', { low: points(low), high: points(high), truth: points(truth) });
const off = ({ reservation }: Believed): string =>
  reservation.off === 0 ? b('isWithin') : b('offBy', { off: points(reservation.off) });

/** What was believed of each delegation, and what was so. */
export const Beliefs = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const all = useFigures().believed ?? [];
  const { places, toggle } = useShown((place) => all[place]?.worst?.size ?? 0);
  const shown = places.flatMap((place) => all[place] ?? []);
  const misjudged = furthest(all, MOST_SENTENCES);
  const articleName = (k: number): string => {
    const article = scenario.articles[k];
    return article === undefined ? '' : names.words(article.short);
  };
  const optionName = (k: number, option: number): string => {
    const article = scenario.articles[k];
    return article === undefined ? '' : names.option(article.id, option);
  };
  const first = (order: readonly number[]): string =>
    order
      .slice(0, MOST_ARTICLES)
      .map((k) => articleName(k))
      .join(' · ');
  const reds = (one: Believed, wanted: (red: { chance: number; truth: boolean }) => boolean): string =>
    one.articles
      .flatMap(({ red }, k) =>
        red.filter(wanted).map(({ option }) => `${articleName(k)}: ${optionName(k, option)}`),
      )
      .join('; ') || d('none');
  const scale = (width: number) =>
    niceOver(
      all.flatMap(({ reservation: { low, high, truth } }) => [low, high, truth]),
      8,
      width - 8,
    );
  return (
    <Figure
      testId="chart-believed"
      title={d('believedTitle')}
      lead={b('lead')}
      tools={
        <Furthest found={misjudged.map(({ one, worst }) => misjudgedText(scenario, names, one, worst))} />
      }
      renderDrawing={(room) => (
        <RowChart
          room={room}
          renderAxis={(width, height) => {
            const x = scale(width);
            return (
              <TopAxis ticks={x.ticks(ticksFor(width, room.em))} at={x} say={tickText} height={height} />
            );
          }}
          rows={shown.map((one) => ({
            key: one.delegation,
            head: <Placard id={one.delegation} />,
            label: `${names.delegation(one.delegation)}. ${b('noAgreement')}: ${value(one)}, ${off(one)}. ${d('madeOf')}`,
            renderBar: (width, height) => {
              const x = scale(width);
              const { low, high, truth } = one.reservation;
              return (
                <>
                  <RowLines ticks={x.ticks(ticksFor(width, room.em))} at={x} height={height} />
                  <rect
                    className="believed-band"
                    x={x(low)}
                    y={height * 0.3}
                    width={Math.max(2, x(high) - x(low))}
                    height={height * 0.4}
                    rx={3}
                  />
                  <rect
                    className={
                      one.reservation.off === 0 ? 'believed-truth' : 'believed-truth believed-missed'
                    }
                    x={x(truth) - 2}
                    y={height * 0.16}
                    width={4}
                    height={height * 0.68}
                    rx={2}
                  />
                </>
              );
            },
            value: off(one),
            renderMade: () => (
              <div className="believed-made">
                {one.worst === undefined ? null : (
                  <p className="believed-worst">{misjudgedText(scenario, names, one, one.worst)}</p>
                )}
                <p>
                  <strong>{b('noAgreement')}</strong>: {value(one)}
                </p>
                <p className="quiet">{b('arrow')}</p>
                <ul>
                  {tellingArticles(one, MOST_ARTICLES).map((k) => (
                    <li key={k}>
                      <Article one={one} article={k} name={articleName(k)} optionName={optionName} />
                    </li>
                  ))}
                </ul>
              </div>
            ),
          }))}
        />
      )}
      table={{
        heads: [
          d('delegation'),
          b('headBelieved'),
          b('headTruth'),
          b('headFirst'),
          b('headFirstTruth'),
          b('headFavourites'),
          b('headRed'),
          b('headRedTruth'),
        ],
        rows: all.map((one) => [
          names.delegation(one.delegation),
          `${points(one.reservation.low)} – ${points(one.reservation.high)}`,
          points(one.reservation.truth),
          first(one.order.believed),
          first(one.order.truth),
          `${String(one.favourites)} / ${String(one.articles.length)}`,
          reds(one, ({ chance }) => chance >= FEARED),
          reds(one, ({ truth }) => truth),
        ]),
      }}
    >
      {toggle}
      <Sums all={all} />
      <p className="quiet">{b('about')}</p>
    </Figure>
  );
};

const Furthest = ({ found }: { readonly found: readonly string[] }): ReactNode => {
  const [worst, ...others] = found;
  if (worst === undefined) return <p>{b('none')}</p>;
  return (
    <div className="believed-furthest">
      <h4>{b('furthest')}</h4>
      <p className="figure-says">{worst}</p>
      <ul>
        {others.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
};

/** One article of a delegation: weight, favourite and red lines, as believed and as they were. */
const Article = ({
  one,
  article,
  name,
  optionName,
}: {
  readonly one: Believed;
  readonly article: number;
  readonly name: string;
  readonly optionName: (article: number, option: number) => string;
}): ReactNode => {
  const found = one.articles[article];
  if (found === undefined) return null;
  const { weight, favourite, lost, red } = found;
  const wanted = {
    believed: optionName(article, favourite.believed),
    truth: optionName(article, favourite.truth),
  };
  return (
    <>
      <span className="believed-head">
        <strong>{name}</strong>
        <span className="believed-share">{b('share', weight)}</span>
      </span>
      <span className={lost === 0 ? '' : 'believed-wrong'}>
        {b(lost === 0 ? 'wantedLine' : 'wantedWrong', wanted)}
        {lost === 0 ? ` (${b('rightly')})` : null}
      </span>
      {red.map(({ option, chance, truth }) => (
        <span key={option} className={truth === chance >= FEARED ? '' : 'believed-wrong'}>
          {b(truth ? 'redSo' : 'redNot', { option: optionName(article, option), chance })}
        </span>
      ))}
    </>
  );
};

/** How much of it all was known. */
const Sums = ({ all }: { readonly all: readonly Believed[] }): ReactNode => {
  const reds = all.flatMap(({ articles }) => articles.flatMap(({ red }) => red));
  const real = reds.filter(({ truth }) => truth);
  const sum = (of: (one: Believed) => number): number => all.reduce((total, one) => total + of(one), 0);
  return (
    <p className="figure-says">
      {b('within', { count: all.filter(({ reservation }) => reservation.off === 0).length, of: all.length })}{' '}
      {b('favourites', { count: sum((one) => one.favourites), of: sum((one) => one.articles.length) })}{' '}
      {b('redLines', {
        count: real.filter(({ chance }) => chance >= FEARED).length,
        of: real.length,
      })}{' '}
      {reds.length > real.length ? `${b('feared', { count: reds.length - real.length })} ` : ''}
      {b('weights', { off: rounded(sum((one) => one.weightsOff) / Math.max(1, all.length)) })}
    </p>
  );
};
