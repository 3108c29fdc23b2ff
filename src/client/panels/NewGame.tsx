import { useCallback, useEffect, useReducer, useState, type ReactNode } from 'react';
import type { DelegationId, Scenario, SeatId } from '../../engine/seat.ts';
import { t } from '../i18n/index.ts';
import { namesOf } from '../i18n/names.ts';
import {
  MOST_PEOPLE,
  STRENGTHS,
  type LoadFault,
  type Person,
  type ShelfItem,
  type Strength,
} from '../session/index.ts';
import { Button, Flag, Switch } from './bits.tsx';
import { useDesk } from './context.tsx';
import { useDroppedFile } from './dropped.ts';
import { FindSeat, foundSeats, MANY_SEATS } from './FindSeat.tsx';
import { brought, type OwnScenario } from './own.ts';
import { OwnFaults } from './OwnFaults.tsx';
import { TextLanguage } from './TextLanguage.tsx';

/** Stands for the scenario that was brought along, beside the ids of the shelf. */
const OWN = 'file';

/** Letters that cannot be mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const randomSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => LETTERS[byte % LETTERS.length] ?? 'a')
    .join('');

/** Scenario, seat, seed and how hard the others negotiate. */
const NewGame = ({
  own: given,
  onBack,
  onWorkshop,
}: {
  /** A scenario that was brought along. */
  readonly own?: OwnScenario;
  readonly onBack: () => void;
  readonly onWorkshop: (own: OwnScenario) => void;
}): ReactNode => {
  const { session } = useDesk();
  const [own, setOwn] = useState(given);
  const [wrong, setWrong] = useState<LoadFault>();
  const [shelf, setShelf] = useState<readonly ShelfItem[]>([]);
  const [chosen, setChosen] = useState(given === undefined ? '' : OWN);
  const [scenario, setScenario] = useState<Scenario>();
  const [seat, setSeat] = useState('');
  const [wanted, setWanted] = useState('');
  const [shared, setShared] = useState(false);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [seed, setSeed] = useState(randomSeed);
  const [strength, setStrength] = useState<Strength>('seasoned');
  const [, sayAnew] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    void session.shelf().then((items) => {
      // The shortest first: it is the one to learn by.
      const ordered = items.toSorted((a, b) => a.minutes - b.minutes);
      setShelf(ordered);
      setChosen((now) => (now === '' ? (ordered[0]?.id ?? '') : now));
    });
  }, [session]);
  useEffect(() => {
    if (chosen === '') return undefined;
    // Whoever chooses another scenario meanwhile does not get this one.
    let current = true;
    void session.preview(chosen, chosen === OWN ? own?.text : undefined).then((read) => {
      if (!current) return;
      if ('fault' in read) setWrong(read);
      else setScenario(read);
    });
    return () => {
      current = false;
    };
  }, [session, chosen, own]);
  const anew = useCallback((id: string): void => {
    setChosen(id);
    setScenario(undefined);
    setWrong(undefined);
    setSeat('');
    setWanted('');
  }, []);
  const choose = (id: string): void => {
    if (id !== chosen) anew(id);
  };
  const dragging = useDroppedFile(
    useCallback(
      (files: FileList | null): void => {
        const [file] = files ?? [];
        if (file === undefined) return;
        void (async () => {
          try {
            const found = await brought(file);
            if (found.kind === 'game') await session.importGame(found.text);
            else {
              setOwn(found.own);
              anew(OWN);
            }
          } catch {
            await session.importGame('');
          }
        })();
      },
      [session, anew],
    ),
  );
  const names = scenario === undefined ? undefined : namesOf(scenario);
  const seated = people.filter((person) => scenario?.delegations.some(({ id }) => id === person.seat));
  const alone: SeatId | undefined =
    seat === 'chair' ? 'chair' : scenario?.delegations.find((item) => item.id === seat)?.id;
  const first = shared ? seated[0]?.seat : alone;
  const many = (scenario?.delegations.length ?? 0) > MANY_SEATS;
  const found = many && scenario !== undefined ? foundSeats(scenario, wanted) : undefined;
  const ready = first !== undefined && (!shared || seated.length >= 2);
  const begin = (): void => {
    if (first === undefined) return;
    const asked = {
      scenario: chosen,
      ...(chosen === OWN && own !== undefined ? { text: own.text } : {}),
      seat: first,
      ...(shared ? { people: seated } : {}),
      seed: seed.trim() === '' ? randomSeed() : seed.trim(),
      strength,
    };
    void session.start(asked).then((fault) => {
      if (fault === undefined) onBack();
    });
  };
  /** Seats are taken in the order of the placards, and handed on in that order. */
  const take = (id: DelegationId, taken: boolean): void => {
    const next = taken ? [...people, { seat: id, name: '' }] : people.filter((person) => person.seat !== id);
    const order = scenario?.delegations.map((delegation) => delegation.id) ?? [];
    setPeople(next.toSorted((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat)));
  };
  return (
    <main className={dragging ? 'choose-page dragging' : 'choose-page'}>
      <header className="choose-head">
        <Button look="quiet" onPress={onBack}>
          {t('back')}
        </Button>
        <h1>{t('chooseSeat')}</h1>
      </header>
      <div className="choose-body">
        <fieldset className="shelf">
          <legend>{t('chooseScenario')}</legend>
          {own === undefined ? null : (
            <label className="shelf-card">
              <input
                type="radio"
                name="scenario"
                value={OWN}
                checked={chosen === OWN}
                onChange={() => choose(OWN)}
              />
              <span className="shelf-title">
                {chosen === OWN && names !== undefined && scenario !== undefined
                  ? names.words(scenario.title)
                  : own.name}
              </span>
              <span className="shelf-sub">{t('ownScenario', { name: own.name })}</span>
              {chosen === OWN && names !== undefined && scenario !== undefined ? (
                <>
                  <span className="shelf-text">{names.words(scenario.summary)}</span>
                  <span className="quiet">
                    {t('minutes', { count: scenario.minutes })} ·{' '}
                    {t('delegationsCount', { count: scenario.delegations.length })}
                  </span>
                </>
              ) : null}
            </label>
          )}
          {own === undefined || chosen !== OWN || scenario === undefined ? null : (
            <Button look="quiet" onPress={() => onWorkshop(own)}>
              {t('ownOpen')}
            </Button>
          )}
          {shelf.length === 0 ? <output>{t('loading')}</output> : null}
          {shelf.map((item) => (
            <label key={item.id} className="shelf-card">
              <input
                type="radio"
                name="scenario"
                value={item.id}
                checked={item.id === chosen}
                onChange={() => choose(item.id)}
              />
              <span className="shelf-title">{item.title}</span>
              <span className="shelf-sub">{item.subtitle}</span>
              <span className="shelf-text">{item.summary}</span>
              <span className="quiet">
                {t('minutes', { count: item.minutes })} · {t('delegationsCount', { count: item.delegations })}
              </span>
            </label>
          ))}
          <label className="field">
            <span className="field-label">{t('seed')}</span>
            <span className="row">
              <input
                className="text"
                value={seed}
                maxLength={40}
                onChange={(event) => setSeed(event.target.value)}
                aria-describedby="seed-about"
              />
              <Button look="quiet" onPress={() => setSeed(randomSeed())}>
                {t('newSeed')}
              </Button>
            </span>
            <small id="seed-about" className="quiet">
              {t('seedAbout')}
            </small>
          </label>
          <Switch
            legend={t('playHow')}
            name="how"
            value={shared ? 'shared' : 'alone'}
            choices={[
              { value: 'alone', label: t('playAlone') },
              { value: 'shared', label: t('playShared') },
            ]}
            onChange={(value) => setShared(value === 'shared')}
          />
          {shared ? <p className="quiet">{t('sharedAbout')}</p> : null}
          {scenario === undefined ? null : (
            <TextLanguage title={scenario.title} own={scenario.language} onChange={sayAnew} />
          )}
          <Switch
            legend={t('strength')}
            name="strength"
            value={strength}
            choices={STRENGTHS.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setStrength(STRENGTHS.find((item) => item === value) ?? 'seasoned')}
          />
        </fieldset>
        <fieldset className={many ? 'seats many' : 'seats'}>
          <legend>{t('chooseSeat')}</legend>
          {found === undefined || scenario === undefined ? null : (
            <FindSeat scenario={scenario} wanted={wanted} found={found.size} onChange={setWanted} />
          )}
          {own === undefined || chosen !== OWN || wrong === undefined ? null : (
            <OwnFaults fault={wrong} onMend={() => onWorkshop(own)} />
          )}
          {names === undefined
            ? null
            : scenario?.delegations.map((delegation) => (
                <label
                  key={delegation.id}
                  className="seat-card"
                  hidden={found !== undefined && !found.has(delegation.id)}
                >
                  {shared ? (
                    <input
                      type="checkbox"
                      name="people"
                      value={delegation.id}
                      checked={seated.some((person) => person.seat === delegation.id)}
                      disabled={
                        seated.length >= MOST_PEOPLE &&
                        !seated.some((person) => person.seat === delegation.id)
                      }
                      onChange={(event) => take(delegation.id, event.target.checked)}
                    />
                  ) : (
                    <input
                      type="radio"
                      name="seat"
                      value={delegation.id}
                      checked={seat === delegation.id}
                      onChange={() => setSeat(delegation.id)}
                    />
                  )}
                  <span className="seat-name">
                    <Flag code={delegation.flag} size={24} />
                    {names.delegation(delegation.id)}
                  </span>
                  <span className="seat-about">{names.words(delegation.about)}</span>
                  <span className="quiet">
                    {t('manner')}: {names.words(delegation.manner)}
                  </span>
                </label>
              ))}
          {names === undefined || scenario === undefined || shared ? null : (
            <label className="seat-card">
              <input
                type="radio"
                name="seat"
                value="chair"
                checked={seat === 'chair'}
                onChange={() => setSeat('chair')}
              />
              <span className="seat-name">
                <Flag code={scenario.chair.flag} size={24} />
                {t('chairSeat')}
              </span>
              <span className="seat-about">{names.words(scenario.chair.about)}</span>
              <span className="quiet">{t('chairAbout')}</span>
            </label>
          )}
        </fieldset>
      </div>
      <footer className="choose-foot">
        {shared && names !== undefined
          ? seated.map((person) => (
              <input
                key={person.seat}
                className="text person-name"
                value={person.name}
                maxLength={40}
                placeholder={names.delegation(person.seat)}
                aria-label={t('personName', { delegation: names.delegation(person.seat) })}
                onChange={(event) =>
                  setPeople(
                    people.map((item) =>
                      item.seat === person.seat ? { ...item, name: event.target.value } : item,
                    ),
                  )
                }
              />
            ))
          : null}
        <Button look="main" disabled={!ready} onPress={begin} testId="play">
          {shared ? t('sharedBegin', { count: seated.length }) : t('begin')}
        </Button>
      </footer>
    </main>
  );
};

export default NewGame;
