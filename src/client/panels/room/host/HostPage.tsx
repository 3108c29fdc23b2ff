import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../i18n/words.ts';
import { r } from '../../../i18n/room.ts';
import {
  heldKeys,
  holdKey,
  uploadScenario,
  type ShelfCard,
  type Wanted,
} from '../../../session/remote/index.ts';
import { Button } from '../../bits.tsx';
import { TITLE } from '../../place.ts';
import { useCompany, useRoom } from '../context.tsx';
import { roomRefusalText } from '../refusals.ts';
import { HowLong } from './HowLong.tsx';
import { Preflight } from './Preflight.tsx';
import { Rules } from './Rules.tsx';
import {
  cardOf,
  firstChoice,
  preflight,
  suggested,
  wantedSettings,
  withScenario,
  type HostChoice,
} from './choice.ts';

/** One page and one button: everything is chosen already, and can be chosen otherwise. */
const HostPage = (): ReactNode => {
  const { room, go } = useCompany();
  const link = useRoom((screen) => screen.link);
  const [shelf, setShelf] = useState<readonly ShelfCard[]>();
  const [asksPassword, setAsksPassword] = useState(false);
  const [choice, setChoice] = useState<HostChoice>(firstChoice);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [running] = useState(() => heldKeys().filter(({ as }) => as === 'host'));
  useEffect(() => {
    void room.ask<'shelf'>({ ask: 'shelf' }, true).then((answer) => {
      if (answer.ok !== true) {
        setSaid(roomRefusalText(answer));
        return;
      }
      setAsksPassword(answer.password);
      // The shortest first: it is the one to begin with.
      const cards = answer.scenarios.toSorted((a, b) => a.minutes - b.minutes);
      setShelf(cards);
      setChoice((now) => {
        const first = suggested(cards, now.preset);
        return now.scenario === '' && first !== undefined ? { ...now, scenario: first.id } : now;
      });
    });
  }, [room]);
  const card = cardOf(choice, shelf);
  const checks = preflight(choice, card);
  const open = async (): Promise<void> => {
    setBusy(true);
    setSaid('');
    const source = await sourceOf(choice);
    if (typeof source === 'string') {
      setSaid(source);
      setBusy(false);
      return;
    }
    const wanted: Wanted<'create'> = {
      ask: 'create',
      scenario: source,
      preset: choice.preset,
      settings: wantedSettings(choice, card),
      name: choice.name.trim() === '' ? r('role_facilitator') : choice.name.trim(),
      rooms: choice.rooms,
      ...(choice.seed.trim() === '' ? {} : { seed: choice.seed.trim() }),
      ...(choice.password === '' ? {} : { password: choice.password }),
    };
    const answer = await room.ask<'create'>(wanted, true);
    setBusy(false);
    if (answer.ok !== true) {
      setSaid(roomRefusalText(answer));
      return;
    }
    const title = card === undefined ? '' : inLanguage(card.language)(card.title);
    for (const code of answer.rooms.toReversed())
      holdKey({ code, as: 'host', key: answer.key, title, at: Date.now() });
    go({ at: 'console', code: answer.room });
  };
  return (
    <main className="room-page host-page" data-testid="host-page">
      <header className="host-head">
        <Button look="quiet" onPress={() => go(TITLE)}>
          {t('back')}
        </Button>
        <h1>{r('hostTitle')}</h1>
        <p className="quiet">{r('hostLead')}</p>
      </header>
      <div className="host-body">
        <section className="host-column" aria-labelledby="host-what">
          <h2 id="host-what">{r('hostWhat')}</h2>
          {shelf === undefined ? (
            <output>{link.link === 'connecting' ? r('linkConnecting') : t('loading')}</output>
          ) : null}
          <fieldset className="host-shelf">
            <legend className="hidden">{r('hostWhat')}</legend>
            {(shelf ?? []).map((item) => (
              <ShelfChoice key={item.id} card={item} choice={choice} onChoose={setChoice} />
            ))}
            <FileChoice choice={choice} onChoose={setChoice} onFault={setSaid} />
          </fieldset>
        </section>
        <section className="host-column" aria-labelledby="host-how">
          <h2 id="host-how">{r('hostHow')}</h2>
          <HowLong choice={choice} card={card} onChoose={setChoice} />
          <Rules choice={choice} card={card} onChoose={setChoice} />
        </section>
        <aside className="host-column host-go" aria-labelledby="host-check">
          <h2 id="host-check">{r('hostCheck')}</h2>
          <Preflight checks={checks} />
          {asksPassword ? (
            <label className="field">
              <span className="field-label">{r('hostPassword')}</span>
              <input
                className="text"
                type="password"
                value={choice.password}
                autoComplete="current-password"
                onChange={(event) => setChoice({ ...choice, password: event.target.value })}
              />
            </label>
          ) : null}
          <Button
            look="main"
            testId="open-room"
            disabled={busy || card === undefined}
            onPress={() => void open()}
          >
            {choice.rooms === 1 ? r('hostOpen') : r('hostOpenMany', { count: choice.rooms })}
          </Button>
          <p role="alert" className="host-said">
            {said}
          </p>
          {running.length === 0 ? null : (
            <section aria-labelledby="host-running">
              <h3 id="host-running">{r('hostRunning')}</h3>
              <ul className="host-running">
                {running.map((held) => (
                  <li key={held.code}>
                    <Button onPress={() => window.location.assign(`?console=${held.code}`)}>
                      {held.code} <small>{held.title}</small>
                    </Button>
                  </li>
                ))}
              </ul>
              {running.length < 2 ? null : (
                <Button
                  look="quiet"
                  onPress={() =>
                    window.location.assign(`?compare=${running.map(({ code }) => code).join(',')}`)
                  }
                >
                  {r('compareTitle')}
                </Button>
              )}
            </section>
          )}
        </aside>
      </div>
    </main>
  );
};

/** What the server makes of a file; a sentence where it is no scenario. */
const handIn = async (text: string): Promise<ShelfCard | string> => {
  const uploaded = await uploadScenario(text);
  if (uploaded === undefined) return r('no_server');
  if (uploaded.fault === undefined) return uploaded.card;
  return uploaded.fault === 'too-large'
    ? r('hostFileTooLarge')
    : roomRefusalText({ refused: 'scenario-faults', faults: uploaded.faults });
};

/** What the server is to play. A file is handed in once more: the server may have forgotten it. */
const sourceOf = async (choice: HostChoice): Promise<Wanted<'create'>['scenario'] | string> => {
  if (choice.file === undefined) return { shelf: choice.scenario };
  const card = await handIn(choice.file.text);
  return typeof card === 'string' ? card : { upload: card.id };
};

const ShelfChoice = ({
  card,
  choice,
  onChoose,
}: {
  readonly card: ShelfCard;
  readonly choice: HostChoice;
  readonly onChoose: (choice: HostChoice) => void;
}): ReactNode => {
  const words = inLanguage(card.language);
  const chosen = choice.file === undefined && choice.scenario === card.id;
  return (
    <label className="host-card">
      <input
        type="radio"
        name="scenario"
        value={card.id}
        checked={chosen}
        onChange={() => onChoose(withScenario(choice, { scenario: card.id }))}
      />
      <span className="shelf-title">{words(card.title)}</span>
      <span className="shelf-sub">{words(card.subtitle)}</span>
      {chosen ? <span className="shelf-text">{words(card.summary)}</span> : null}
      <span className="quiet">
        {t('delegationsCount', { count: card.delegations.length })} ·{' '}
        {r('hostSessions', { count: card.sessions })}
        {card.fits.length === 0
          ? ''
          : ` · ${r('hostFits', { presets: card.fits.map((one) => r(`preset_${one}`)).join(', ') })}`}
      </span>
    </label>
  );
};

/** A file is read by the server as soon as it is chosen: its author sees at once what it is, or what is wrong with it. */
const FileChoice = ({
  choice,
  onChoose,
  onFault,
}: {
  readonly choice: HostChoice;
  readonly onChoose: (choice: HostChoice) => void;
  readonly onFault: (said: string) => void;
}): ReactNode => {
  const { file } = choice;
  const words = file === undefined ? undefined : inLanguage(file.card.language);
  const read = async (chosen: File): Promise<void> => {
    const text = await chosen.text();
    const card = await handIn(text);
    onFault(typeof card === 'string' ? card : '');
    if (typeof card !== 'string') onChoose(withScenario(choice, { file: { name: chosen.name, text, card } }));
  };
  return (
    <label className={file === undefined ? 'host-file' : 'host-file is-chosen'}>
      {file === undefined || words === undefined ? (
        <span>{r('hostFile')}</span>
      ) : (
        <>
          <span className="shelf-title">{words(file.card.title)}</span>
          <span className="quiet">
            {r('hostFileChosen', { name: file.name })} ·{' '}
            {t('delegationsCount', { count: file.card.delegations.length })}
          </span>
        </>
      )}
      <input
        className="hidden"
        type="file"
        accept=".yaml,.yml"
        data-testid="scenario-file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void read(chosen);
        }}
      />
    </label>
  );
};

export default HostPage;
