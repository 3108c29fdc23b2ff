import { useState, type ReactNode } from 'react';
import { pointPlace, type Spending, type Track, type TrackPoint } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { Button, Change, Confirmed, Select, Tag } from '../bits.tsx';
import { useDesk, usePlaying, useIdle } from '../context.tsx';

/** Rooms beside the plenary, and steps down the ladder. */
export const Rooms = (): ReactNode => {
  const { scenario } = usePlaying();
  return (
    <>
      {scenario.tracks.length === 0 ? null : (
        <>
          <h2>{t('rooms')}</h2>
          <p className="quiet">{t('roomsAbout')}</p>
          {scenario.tracks.map((track, place) => (
            <Room key={track.id} track={track} place={place} />
          ))}
        </>
      )}
      <Calming />
      <Ladder />
    </>
  );
};

const useCost = (): ((cost: Spending) => string) => {
  const { names } = usePlaying();
  return ({ amount, token }) => (amount === 0 ? '' : t('cost', { count: amount, token: names.token(token) }));
};

const Room = ({ track, place }: { readonly track: Track; readonly place: number }): ReactNode => {
  const { view, names } = usePlaying();
  const now = view.tracks[place];
  if (now === undefined) return null;
  const meets = track.from <= view.session && view.session <= track.to;
  const next = track.points.some((point) => !now.agreed.some((item) => item.point === point.id));
  const chance = Math.min(100, track.advance.chance + track.advance.each * now.present.length);
  return (
    <article className="news room" data-testid={`room-${track.id}`}>
      <h3>
        {names.words(track.title)} <Tag kind="plain">{t(`room_${track.kind}`)}</Tag>
      </h3>
      <p>{names.words(track.about)}</p>
      <p className="quiet">{t('roomMembers', { names: listed(track.members.map(names.delegation)) })}</p>
      {meets ? null : <p className="quiet">{t('roomNotNow')}</p>}
      {now.open ? (
        <p>
          {now.present.length === 0
            ? t('roomEmpty')
            : t('roomPresent', { names: listed(now.present.map(names.delegation)) })}
        </p>
      ) : (
        <p className="loss">{t('roomSuspended')}</p>
      )}
      {now.calls.length === 0 ? null : (
        <p>{t('roomCalls', { names: listed(now.calls.map(names.delegation)) })}</p>
      )}
      {track.kind === 'parallel' && next && meets ? (
        <p className="quiet">{t('parallelAbout', { percent: chance })}</p>
      ) : null}
      <Doors track={track} place={place} meets={meets} />
      <h4>{t('roomPoints')}</h4>
      <ul className="ledger">
        {track.points.map((point) => (
          <Point key={point.id} track={track} place={place} point={point} />
        ))}
      </ul>
    </article>
  );
};

const Doors = ({
  track,
  place,
  meets,
}: {
  readonly track: Track;
  readonly place: number;
  readonly meets: boolean;
}): ReactNode => {
  const { session } = useDesk();
  const { view, own } = usePlaying();
  const cost = useCost();
  const now = view.tracks[place];
  if (now === undefined || own === undefined || !meets || !view.may.includes('track')) return null;
  const me = own.delegation;
  if (!track.members.includes(me)) return null;
  const step = (wanted: 'enter' | 'leave' | 'suspend' | 'resume'): void =>
    void session.send({ kind: 'track', track: track.id, step: wanted });
  if (!now.open)
    return (
      <div className="row">
        <Button disabled={now.calls.includes(me)} onPress={() => step('resume')}>
          {t('roomResume')}
        </Button>
      </div>
    );
  return (
    <div className="row">
      {now.present.includes(me) ? (
        <Button onPress={() => step('leave')}>{t('roomLeave')}</Button>
      ) : (
        <Button onPress={() => step('enter')}>
          {t(track.kind === 'parallel' ? 'roomWork' : 'roomEnter')} <small>{cost(track.cost)}</small>
        </Button>
      )}
      {track.kind === 'parallel' ? null : (
        <Confirmed label={t('roomSuspend')} about={t('roomSuspendAbout')} onConfirm={() => step('suspend')} />
      )}
    </div>
  );
};

const Point = ({
  track,
  place,
  point,
}: {
  readonly track: Track;
  readonly place: number;
  readonly point: TrackPoint;
}): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  const now = view.tracks[place];
  const agreed = now?.agreed.find((item) => item.point === point.id);
  const mine = own?.mandate.points[pointPlace(scenario, track.id, point.id)] ?? 0;
  const member = own !== undefined && track.members.includes(own.delegation);
  return (
    <li>
      <p>
        <strong>{names.words(point.title)}</strong>{' '}
        {agreed === undefined ? null : (
          <Tag kind="good">
            {agreed.parties.length === 0
              ? t('pointReached')
              : t('pointAgreed', { names: listed(agreed.parties.map(names.delegation)) })}
          </Tag>
        )}{' '}
        {member ? (
          <>
            <Change value={mine} /> <Tag kind="exact">{t('exact')}</Tag>
          </>
        ) : null}
      </p>
      <p className="quiet">
        {[
          names.words(point.about),
          track.kind === 'parallel' ? '' : t('pointNeeds', { needs: point.needs }),
          point.writes === null ? '' : t('pointWrites', { provision: names.provision(point.writes) }),
          point.softens.damage < 100 ? t('pointSoftensDamage', { percent: point.softens.damage }) : '',
          point.softens.tension < 100 ? t('pointSoftensTension', { percent: point.softens.tension }) : '',
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </p>
      <Propose track={track} place={place} point={point} />
    </li>
  );
};

/** In the corridor, whoever is in the room can propose a point to another who is: a package of its own, to be added to. */
const Propose = ({
  track,
  place,
  point,
}: {
  readonly track: Track;
  readonly place: number;
  readonly point: TrackPoint;
}): ReactNode => {
  const { session } = useDesk();
  const { view, names, own } = usePlaying();
  const [chosen, choose] = useState<readonly string[]>([]);
  const watching = useIdle();
  const now = view.tracks[place];
  if (watching || now === undefined || own === undefined || track.kind === 'parallel') return null;
  if (view.phase !== 'corridor') return null;
  const me = own.delegation;
  const parties = now.agreed.find((item) => item.point === point.id)?.parties ?? [];
  const others = now.present.filter((id) => id !== me && !parties.includes(id));
  if (!now.present.includes(me) || parties.includes(me) || others.length === 0) return null;
  const to = others.filter((id) => chosen.includes(id));
  return (
    <div className="row">
      {others.map((id) => (
        <label key={id} className="chip">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              choose(event.target.checked ? [...chosen, id] : chosen.filter((item) => item !== id))
            }
          />
          <span>{names.delegation(id)}</span>
        </label>
      ))}
      <Button
        disabled={to.length === 0}
        label={`${t('pointOffer')}: ${names.words(point.title)}`}
        onPress={() =>
          void session.send({
            kind: 'offer',
            to,
            undertakings: to.map((other) => ({
              kind: 'point',
              by: me,
              to: other,
              track: track.id,
              point: point.id,
            })),
            open: true,
            expires: view.session,
            because: [],
          })
        }
      >
        {t('pointOffer')}
      </Button>
    </div>
  );
};

/** The tension ladder, step by step, with what each looks like and when the world stood there. */
const Ladder = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { steps } = scenario.tension;
  const here = steps.findLast(({ from }) => from <= view.tension);
  return (
    <section aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder')}</h2>
      <p className="quiet">
        {t('ladderAbout', { collapse: scenario.tension.collapse, rise: scenario.tension.risePerSession })}
      </p>
      <ol className="ledger">
        {steps.toReversed().map((step) => (
          <li key={step.from} aria-current={step === here ? 'step' : undefined}>
            <p>
              <strong>
                {step.from}: {names.words(step.name)}
              </strong>{' '}
              {step === here ? <Tag kind="plain">{t('ladderHere', { points: view.tension })}</Tag> : null}
            </p>
            <p className="quiet">
              {names.words(step.about)}{' '}
              {names.words(step.precedent) === '' ? '' : `${t('precedent')}: ${names.words(step.precedent)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Calming = (): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const cost = useCost();
  const [chosen, choose] = useState('');
  if (scenario.calming.length === 0 || own === undefined || !view.may.includes('calm')) return null;
  const move = scenario.calming.find(({ id }) => id === chosen);
  const done = view.calmed.includes(own.delegation);
  return (
    <section aria-labelledby="calming">
      <h2 id="calming">{t('calming')}</h2>
      <p className="quiet">{t('calmingAbout')}</p>
      {done ? (
        <p>{t('calmingDone')}</p>
      ) : (
        <>
          <div className="row">
            <Select
              label={t('calming')}
              hideLabel
              value={chosen}
              empty={t('choose')}
              choices={scenario.calming.map((item) => ({
                value: item.id,
                label: `${names.words(item.title)} (${t('calmingGives', { tension: item.tension })}; ${cost(item.cost)})`,
              }))}
              onChange={choose}
            />
            <Button
              disabled={move === undefined}
              onPress={() => {
                if (move !== undefined) void session.send({ kind: 'calm', move: move.id });
              }}
            >
              {t('confirm')}
            </Button>
          </div>
          {move === undefined ? null : (
            <p className="quiet">
              {names.words(move.about)} {t('precedent')}: {names.words(move.precedent)}
            </p>
          )}
        </>
      )}
    </section>
  );
};
