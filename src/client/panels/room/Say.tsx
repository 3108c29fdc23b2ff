import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { TEXT_LENGTH, type PhraseCode } from '../../session/remote/index.ts';
import { Button, Select, type Choice } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useCompany, useMine, useRoomSight } from './context.tsx';
import { useKept } from './kept.ts';
import {
  PHRASE_GROUPS,
  phraseFrom,
  phraseGaps,
  phrasesOf,
  phraseText,
  slotsOf,
  type Filling,
  type PhraseGroup,
  type Slot,
} from './phrases.ts';

/** How one says something: a phrase first, built from what is on the table; one's own words where the room allows them. */
export const Say = ({ channel }: { readonly channel: string }): ReactNode => {
  const { settings } = useRoomSight();
  const mine = useMine();
  return (
    <div className="say">
      <PhraseBuilder channel={channel} />
      {settings.freeText === 'off' ? (
        <p className="quiet">{r('sayFreeOff')}</p>
      ) : mine.muted ? (
        <p className="quiet">{r('sayMuted')}</p>
      ) : (
        <FreeText channel={channel} moderated={settings.freeText === 'moderated'} />
      )}
    </div>
  );
};

const PhraseBuilder = ({ channel }: { readonly channel: string }): ReactNode => {
  const { room } = useCompany();
  const { scenario, view, names } = usePlaying();
  const [group, setGroup] = useState<PhraseGroup>('open');
  const [code, setCode] = useState<PhraseCode>();
  const [filling, setFilling] = useState<Filling>({});
  const [busy, setBusy] = useState(false);
  const groups = PHRASE_GROUPS.filter((one) => phrasesOf(one, view).length > 0);
  const phrase = code === undefined ? undefined : phraseFrom(scenario, view, code, filling);
  const choose = (next: PhraseCode): void => {
    setCode(next);
    setFilling({});
  };
  const say = async (wanted: PhraseCode): Promise<void> => {
    const ready = phraseFrom(scenario, view, wanted, wanted === code ? filling : {});
    if (ready === undefined) {
      choose(wanted);
      return;
    }
    setBusy(true);
    const answer = await room.ask<'say'>({ ask: 'say', channel, phrase: ready });
    setBusy(false);
    if (answer.ok === true) {
      setCode(undefined);
      setFilling({});
    }
  };
  return (
    <fieldset className="phrases-box">
      <legend>{r('saySomething')}</legend>
      <div className="phrase-groups">
        {groups.map((one) => (
          <button
            key={one}
            type="button"
            className={one === group ? 'phrase-group is-open' : 'phrase-group'}
            aria-pressed={one === group}
            onClick={() => {
              setGroup(one);
              setCode(undefined);
            }}
          >
            {r(`phraseGroup_${one}`)}
          </button>
        ))}
      </div>
      <div className="phrase-list">
        {phrasesOf(group, view).map((one) => (
          <button
            key={one}
            type="button"
            className={one === code ? 'phrase is-open' : 'phrase'}
            disabled={busy}
            aria-pressed={one === code}
            data-phrase={one}
            onClick={() => {
              if (slotsOf(one).length === 0) void say(one);
              else choose(one);
            }}
          >
            {phraseGaps(one)}
          </button>
        ))}
      </div>
      {code === undefined || slotsOf(code).length === 0 ? null : (
        <div className="phrase-fill">
          {slotsOf(code).map((slot) => (
            <SlotField
              key={slot}
              slot={slot}
              value={filling[slot] ?? ''}
              onChange={(value) => setFilling({ ...filling, [slot]: value })}
            />
          ))}
          <p className="phrase-ready">
            {phrase === undefined ? phraseGaps(code) : phraseText(names, phrase)}
          </p>
          <Button
            look="main"
            disabled={phrase === undefined || busy}
            onPress={() => void say(code)}
            testId="say-phrase"
          >
            {r('sayPhrase')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

const SlotField = ({
  slot,
  value,
  onChange,
}: {
  readonly slot: Slot;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const articles: readonly Choice[] = scenario.articles.map(({ id, short }) => ({
    value: id,
    label: names.words(short),
  }));
  const choices = ((): readonly Choice[] => {
    switch (slot) {
      case 'provision':
      case 'if':
        return scenario.articles.flatMap((article) =>
          article.options.map((option, place) => ({
            value: `${article.id}/${String(place)}`,
            label: `${names.words(article.short)}: ${names.words(option.label)}`,
          })),
        );
      case 'article':
      case 'than':
        return articles;
      case 'delegation':
        return scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) }));
      case 'incident':
        return view.incidents.map(({ id }) => ({ value: id, label: names.incident(id) }));
    }
  })();
  const labels = {
    provision: r('phraseAbout'),
    article: r('phraseAbout'),
    if: r('phraseIf'),
    than: r('phraseThan'),
    delegation: r('phraseDelegation'),
    incident: r('phraseIncident'),
  } as const;
  return (
    <Select label={labels[slot]} value={value} empty={t('choose')} choices={choices} onChange={onChange} />
  );
};

const FreeText = ({
  channel,
  moderated,
}: {
  readonly channel: string;
  readonly moderated: boolean;
}): ReactNode => {
  const { room } = useCompany();
  const { room: code } = useRoomSight();
  const [text, setText] = useKept(`${code}/${channel}`);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const said = text.trim();
    if (said === '') return;
    setBusy(true);
    const answer = await room.ask<'say'>({ ask: 'say', channel, text: said });
    setBusy(false);
    if (answer.ok === true) setText('');
  };
  return (
    <form
      className="free-text"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="field">
        <span className="field-label">{moderated ? r('sayFreeModerated') : r('sayFree')}</span>
        <textarea
          className="text"
          rows={2}
          value={text}
          maxLength={TEXT_LENGTH}
          data-testid="own-words"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={busy || text.trim() === ''}>
        {r('send')}
      </button>
    </form>
  );
};
