import type { ReactNode } from 'react';
import {
  b,
  believedTable,
  believedTongue,
  furthest,
  knownSentences,
  misjudgedSentence,
  noAgreementWords,
  offWords,
} from '../../../i18n/believed.ts';
import { d } from '../../../i18n/debrief.ts';
import { FEARED, type Believed } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Placard, RowLines, TopAxis } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { tellingArticles } from './misjudged.ts';
import { tickText } from './numbers.ts';
import { RowChart } from './RowChart.tsx';
import { niceOver, ticksFor } from './scales.ts';
import { useShown } from './shown.tsx';
import '../../../styles/believed.css';

/** Articles of a delegation that are told, by what they mattered; sentences on what was furthest off. */
const MOST_ARTICLES = 3;
const MOST_SENTENCES = 3;

/** What was believed of each delegation, and what was so. */
export const Beliefs = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const all = useFigures().believed ?? [];
  const { places, toggle } = useShown((place) => all[place]?.worst?.size ?? 0);
  const shown = places.flatMap((place) => all[place] ?? []);
  const misjudged = furthest(all, MOST_SENTENCES);
  const tongue = believedTongue(scenario, names);
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
      tools={<Furthest found={misjudged.map(({ one, worst }) => misjudgedSentence(tongue, one, worst))} />}
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
            label: `${names.delegation(one.delegation)}. ${b('noAgreement')}: ${noAgreementWords(tongue, one)}, ${offWords(tongue, one)}. ${d('madeOf')}`,
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
            value: offWords(tongue, one),
            renderMade: () => (
              <div className="believed-made">
                {one.worst === undefined ? null : (
                  <p className="believed-worst">{misjudgedSentence(tongue, one, one.worst)}</p>
                )}
                <p>
                  <strong>{b('noAgreement')}</strong>: {noAgreementWords(tongue, one)}
                </p>
                <p className="quiet">{b('arrow')}</p>
                <ul>
                  {tellingArticles(one, MOST_ARTICLES).map((k) => (
                    <li key={k}>
                      <Article one={one} article={k} name={tongue.article(k)} optionName={tongue.option} />
                    </li>
                  ))}
                </ul>
              </div>
            ),
          }))}
        />
      )}
      table={believedTable(tongue, all, d('delegation'))}
    >
      {toggle}
      <p className="figure-says">{knownSentences(tongue, all).join(' ')}</p>
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
