import { useEffect, useState, type ReactNode } from 'react';
import { t, points } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import type { RoomSummary } from '../../session/remote/index.ts';
import { Button, Flag, Tag } from '../bits.tsx';
import { useCompany, useNames, useRoom } from './context.tsx';
import { keyFor } from './keys.ts';

/** Milliseconds between two looks at the rooms. */
const LOOK = 5000;

/** Rooms with the same start: what each has made of it. */
const ComparePage = ({ code }: { readonly code: string }): ReactNode => {
  const { room, roomStore } = useCompany();
  const link = useRoom((screen) => screen.link);
  const first = code.split(',')[0] ?? '';
  const secret = keyFor(first, 'host', 'cohost')?.key;
  const [rooms, setRooms] = useState<readonly RoomSummary[]>();
  useEffect(() => {
    if (secret === undefined) return undefined;
    let gone = false;
    const look = async (): Promise<void> => {
      const answer = await room.ask<'compare'>({ ask: 'compare' }, true);
      if (!gone && answer.ok === true) setRooms(answer.rooms);
    };
    const begin = async (): Promise<void> => {
      if (roomStore.getState().welcome === undefined) await room.enter({ room: first, key: secret });
      await look();
    };
    void begin();
    const timer = window.setInterval(() => void look(), LOOK);
    return () => {
      gone = true;
      window.clearInterval(timer);
    };
  }, [room, roomStore, first, secret]);
  return (
    <main className="room-page compare-page" data-testid="compare">
      <header className="host-head">
        <Button
          look="quiet"
          onPress={() => window.location.assign(first === '' ? '?host' : `?console=${first}`)}
        >
          {t('back')}
        </Button>
        <h1>{r('compareTitle')}</h1>
        <p className="quiet">{r('compareAbout')}</p>
      </header>
      {secret === undefined || link.link === 'gone' ? (
        <p className="card">{r('consoleNoKey')}</p>
      ) : rooms === undefined ? (
        <output className="waiting">{t('loading')}</output>
      ) : (
        <>
          {rooms.length < 2 ? <p className="card">{r('compareNone')}</p> : null}
          <Rooms rooms={rooms} />
          <Texts rooms={rooms} />
          <Gains rooms={rooms} />
        </>
      )}
    </main>
  );
};

const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${String(Math.round(share * 100))}\u{A0}%`;

const endText = (
  { end, session, phase }: RoomSummary,
  at: (session: number, phase: RoomSummary['phase']) => string,
): string => (end === undefined ? `${r('compareRunning')}: ${at(session, phase)}` : r(`ended_${end}`));

const Rooms = ({ rooms }: { readonly rooms: readonly RoomSummary[] }): ReactNode => {
  const names = useNames();
  return (
    <div className="compare-rooms">
      {rooms.map((one) => (
        <article
          key={one.room}
          className={`card compare-room end-of-${one.end ?? 'open'}`}
          data-room={one.room}
        >
          <h2>{one.room}</h2>
          <p className="compare-end">
            {endText(one, (session, phase) =>
              names === undefined ? '' : `${names.session(session)}, ${names.phase(phase)}`,
            )}
          </p>
          <dl className="compare-figures">
            <div>
              <dt>{r('compareNash')}</dt>
              <dd>{percent(one.nashShare)}</dd>
            </div>
            <div>
              <dt>{r('comparePareto')}</dt>
              <dd>{percent(one.paretoDistance)}</dd>
            </div>
            <div>
              <dt>{r('compareTension')}</dt>
              <dd>{one.tension}</dd>
            </div>
            <div>
              <dt>{r('compareDamage')}</dt>
              <dd>{one.damage}</dd>
            </div>
            <div>
              <dt>{r('comparePromises')}</dt>
              <dd>
                {one.promises.kept} / {one.promises.broken}
              </dd>
            </div>
            <div>
              <dt>{r('compareDeals')}</dt>
              <dd>{one.deals}</dd>
            </div>
          </dl>
          <Sides summary={one} />
        </article>
      ))}
    </div>
  );
};

/** Who would join the text that stands, and who would not. */
const Sides = ({ summary }: { readonly summary: RoomSummary }): ReactNode => {
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  if (scenario === undefined || names === undefined) return null;
  const flags = (ids: readonly string[]): ReactNode =>
    ids.map((id) => (
      <span key={id} title={names.delegation(id)}>
        <Flag code={scenario.delegations.find((one) => one.id === id)?.flag ?? ''} size={16} />
        <span className="hidden">{names.delegation(id)}</span>
      </span>
    ));
  return (
    <dl className="compare-sides">
      <div>
        <dt>{r('compareFor')}</dt>
        <dd>{flags(summary.supporters)}</dd>
      </div>
      <div>
        <dt>{r('compareAgainst')}</dt>
        <dd>{flags(summary.objectors)}</dd>
      </div>
    </dl>
  );
};

const Texts = ({ rooms }: { readonly rooms: readonly RoomSummary[] }): ReactNode => {
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  if (scenario === undefined || names === undefined) return null;
  return (
    <section className="card compare-table" aria-labelledby="compare-text">
      <h2 id="compare-text">{r('compareText')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{r('compareArticle')}</th>
            {rooms.map(({ room }) => (
              <th key={room} scope="col">
                {room}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.articles.map((article, place) => {
            const options = rooms.map(({ text }) => text[place]?.option);
            const differs = new Set(options).size > 1;
            return (
              <tr key={article.id} className={differs ? 'differs' : ''}>
                <th scope="row">
                  {names.words(article.short)}{' '}
                  {differs ? <Tag kind="estimate">{r('compareDiffers')}</Tag> : null}
                </th>
                {rooms.map(({ room, text }) => {
                  const now = text[place];
                  return (
                    <td key={room}>
                      {now === undefined ? '–' : names.option(article.id, now.option)}
                      {now?.settled === true ? ' ✓' : ''}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const Gains = ({ rooms }: { readonly rooms: readonly RoomSummary[] }): ReactNode => {
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  const ended = rooms.filter(
    ({ utilities, walkAways }) => utilities !== undefined && walkAways !== undefined,
  );
  if (scenario === undefined || names === undefined || ended.length === 0) return null;
  return (
    <section className="card compare-table" aria-labelledby="compare-gains">
      <h2 id="compare-gains">{r('compareGains')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('delegation')}</th>
            {ended.map(({ room }) => (
              <th key={room} scope="col">
                {room}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.delegations.map((delegation, place) => (
            <tr key={delegation.id}>
              <th scope="row">
                <Flag code={delegation.flag} size={14} /> {names.delegation(delegation.id)}
              </th>
              {ended.map(({ room, utilities = [], walkAways = [] }) => {
                const gain = (utilities[place] ?? 0) - (walkAways[place] ?? 0);
                return (
                  <td key={room} className={gain >= 0 ? 'gain' : 'loss'}>
                    {points(gain, true)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export default ComparePage;
