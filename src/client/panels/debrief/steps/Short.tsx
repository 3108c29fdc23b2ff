import type { ReactNode } from 'react';
import { eventText } from '../../../i18n/events.ts';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Button } from '../../bits.tsx';
import { useWhen } from '../charts/bits.tsx';
import { saidBy, useDebrief, useReadyFigures } from '../context.tsx';
import { Answer } from './Answer.tsx';
import { HeardTakeAways } from './Heard.tsx';
import { useSpeaker } from './People.tsx';

/** The short form: name the moment, the gap, the action. */
export const Short = (): ReactNode => {
  const { names, reflections, reflect } = useDebrief();
  const figures = useReadyFigures();
  const { seat, choice } = useSpeaker();
  const when = useWhen();
  if (seat === undefined) return <HeardTakeAways />;
  const said = saidBy(reflections, seat);
  const short = (part: NonNullable<typeof said.short>): void =>
    reflect({ ...said, short: { ...said.short, ...part } });
  const place = figures?.debrief.delegations.findIndex((id) => id === seat) ?? -1;
  const turning = figures?.debrief.turning;
  const moments =
    turning?.seats.find(({ delegation }) => delegation === seat)?.points ?? turning?.table ?? [];
  return (
    <>
      {choice}
      <ol key={seat} className="three">
        <li>
          <h3>{d('shortMoment')}</h3>
          <div className="three-choices">
            {moments.map((point) => (
              <Button
                key={point.at}
                onPress={() => short({ moment: `${when(point)}: ${eventText(names, point.event)}` })}
              >
                <span>
                  <small>{when(point)}</small>
                  <br />
                  {eventText(names, point.event)}
                </span>
              </Button>
            ))}
          </div>
          <Answer
            // What is chosen above is what stands here.
            key={said.short?.moment ?? ''}
            label={d('shortMomentLead')}
            rows={2}
            value={said.short?.moment ?? ''}
            onChange={(moment) => short({ moment })}
            testId="short-moment"
          />
        </li>
        <li>
          <h3>{d('shortGap')}</h3>
          {place < 0 || figures === undefined ? null : <GapFact place={place} />}
          <Answer
            label={d('shortGapLead')}
            rows={2}
            value={said.short?.gap ?? ''}
            onChange={(gap) => short({ gap })}
            testId="short-gap"
          />
        </li>
        <li>
          <h3>{d('shortAction')}</h3>
          <Answer
            label={d('shortActionLead')}
            rows={2}
            value={said.short?.action ?? ''}
            onChange={(action) => short({ action })}
            testId="short-action"
          />
        </li>
      </ol>
    </>
  );
};

/** What there was besides, for this delegation. */
const GapFact = ({ place }: { readonly place: number }): ReactNode => {
  const figures = useReadyFigures();
  if (figures === undefined) return null;
  const { left } = figures.debrief;
  const gain = points(left.gains[place] ?? 0, true);
  const more = left.more?.[place] ?? 0;
  return (
    <p className="figure-says">
      {left.more === undefined ? d('gapFactNone', { gain }) : d('gapFact', { gain, more: points(more) })}
    </p>
  );
};
