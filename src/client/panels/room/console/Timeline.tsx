import { useEffect, useState, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { TAGS, type Mark, type TimelineEntry } from '../../../session/remote/index.ts';
import { Button, Confirmed, Select } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { useCompany, useRoomSight } from '../context.tsx';
import { useKept } from '../kept.ts';
import { whenClock } from '../time.ts';
import { useAsk, useDeskSight } from './act.ts';
import { entryText } from './entry-text.ts';

/** Entries shown at once; a long session has thousands. */
const PAGE = 120;

/** What has happened, act by act; notes on it; and the way back to any point. */
export const Timeline = (): ReactNode => {
  const ask = useAsk();
  const { room } = useCompany();
  const sight = useRoomSight();
  const { marks } = useDeskSight();
  const { scenario, names } = usePlaying();
  const [read, setRead] = useState<{ readonly at: string; readonly entries: readonly TimelineEntry[] }>();
  const entries = read?.entries ?? [];
  const [seat, setSeat] = useState('');
  const { moves, notices } = sight;
  /** Moves that are the same and notices that are the same: nothing new to read. */
  const at = `${String(moves)}/${String(notices.at(-1)?.n ?? 0)}`;
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      let all: readonly TimelineEntry[] = [];
      for (let page = 0; page < 40; page += 1) {
        const answer = await room.ask<'timeline'>({ ask: 'timeline', after: all.at(-1)?.seq ?? 0 }, true);
        if (answer.ok !== true) return;
        all = [...all, ...answer.entries];
        if (!answer.more || answer.entries.length === 0) break;
      }
      if (!gone) setRead({ at, entries: all });
    };
    // Moves come in bursts: one look a second is enough.
    const timer = window.setTimeout(() => void load(), 800);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [room, at]);
  const shown = entries
    .filter((entry) => seat === '' || entry.seat === seat)
    .slice(-PAGE)
    .toReversed();
  return (
    <>
      <h2>{r('timelineTitle')}</h2>
      {sight.branch === undefined ? null : (
        <p className="news">
          {r('branchOn', { moves: sight.branch.from })}{' '}
          <Button onPress={() => void ask<'return'>({ ask: 'return' })}>{r('branchReturn')}</Button>
        </p>
      )}
      <MarkForm />
      <Marks marks={marks} />
      <Select
        label={r('timelineSeat')}
        value={seat}
        empty={r('timelineAll')}
        choices={[
          ...scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) })),
          { value: 'chair', label: names.delegation('chair') },
        ]}
        onChange={setSeat}
      />
      <ol className="timeline" data-testid="timeline">
        {shown.map((entry) => (
          <li key={entry.seq} className={entry.undone === true ? 'entry entry-undone' : 'entry'}>
            <span className="entry-when">{whenClock(entry.at)}</span>
            <span className="entry-what">
              {entry.seat === undefined || entry.seat === 'facilitator' ? null : (
                <strong>{r('entryBy', { name: names.delegation(entry.seat) })} </strong>
              )}
              {entryText(entry, sight.people)}
              {entry.session === undefined || entry.phase === undefined ? null : (
                <span className="quiet">
                  {' '}
                  {names.session(entry.session)}, {names.phase(entry.phase)}
                </span>
              )}
            </span>
            {entry.moves === undefined || entry.undone === true || entry.moves === moves ? null : (
              <span className="row">
                <Confirmed
                  look="plain"
                  label={r('rewindHere')}
                  about={r('rewindAbout', { count: moves - entry.moves })}
                  onConfirm={() => void ask<'rewind'>({ ask: 'rewind', moves: entry.moves ?? 0 })}
                />
                {sight.branch === undefined ? (
                  <Confirmed
                    look="plain"
                    label={r('branchHere')}
                    about={r('branchAbout')}
                    onConfirm={() => void ask<'branch'>({ ask: 'branch', moves: entry.moves ?? 0 })}
                  />
                ) : null}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};

/** A note, now, with a tag: it stands on the timeline and in the report. */
const MarkForm = (): ReactNode => {
  const ask = useAsk();
  const { room } = useRoomSight();
  const [tag, setTag] = useState<Mark['tag']>('learning');
  const [text, setText] = useKept(`${room}/mark`);
  const write = async (): Promise<void> => {
    const answer = await ask<'mark'>({ ask: 'mark', tag, text: text.trim() });
    if (answer.ok === true) setText('');
  };
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Select
        label={r('markTag')}
        value={tag}
        choices={TAGS.map((value) => ({ value, label: r(`${value}_tag`) }))}
        onChange={(value) => setTag(TAGS.find((one) => one === value) ?? 'learning')}
      />
      <label className="field">
        <span className="field-label">{r('markText')}</span>
        <input
          className="text"
          maxLength={280}
          value={text}
          data-testid="mark"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {r('markWrite')}
      </button>
    </form>
  );
};

const Marks = ({ marks }: { readonly marks: readonly Mark[] }): ReactNode => {
  const ask = useAsk();
  const { people } = useRoomSight();
  const { names } = usePlaying();
  if (marks.length === 0) return null;
  return (
    <ul className="marks">
      {marks.toReversed().map((mark) => (
        <li key={mark.n} className={`mark mark-${mark.tag}`}>
          <span>
            <strong>{r(`${mark.tag}_tag`)}</strong> {mark.text}
            <span className="quiet">
              {' '}
              {people.find(({ id }) => id === mark.by)?.name ?? ''}, {names.session(mark.session)},{' '}
              {names.phase(mark.phase)}
            </span>
          </span>
          <Button
            look="quiet"
            label={r('markRemove')}
            onPress={() => void ask<'unmark'>({ ask: 'unmark', mark: mark.n })}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
};
