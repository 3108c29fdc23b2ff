import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import type { ShelfItem } from '../../session/index.ts';
import {
  asDraft,
  nameOfFile,
  newText,
  shelfCopy,
  type Draft,
  type DraftHead,
  type Drafts,
} from '../../session/workshop/index.ts';
import { Button } from '../bits.tsx';
import { useDesk } from '../context.tsx';
import { useDroppedFile } from '../dropped.ts';
import { whenText } from '../when.ts';

const MOST_BYTES = 2_000_000;

/** What to work on: a draft, something new, a copy, a file. */
export const Start = ({
  drafts,
  onOpen,
  onBack,
}: {
  readonly drafts: Drafts;
  readonly onOpen: (draft: Draft) => void;
  readonly onBack: () => void;
}): ReactNode => {
  const { session } = useDesk();
  const [kept, setKept] = useState<readonly DraftHead[]>([]);
  const [shelf, setShelf] = useState<readonly ShelfItem[]>([]);
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let gone = false;
    drafts.list().then(
      (found) => {
        if (!gone) setKept(found);
      },
      (error: unknown) => {
        if (!gone)
          setSaid(w('noDrafts', { message: error instanceof Error ? error.message : String(error) }));
      },
    );
    void session.shelf().then((items) => {
      if (!gone) setShelf(items.toSorted((a, b) => a.minutes - b.minutes));
    });
    return () => {
      gone = true;
    };
  }, [drafts, session]);
  const open = useCallback(
    (files: FileList | null): void => {
      const [first] = files ?? [];
      if (first === undefined) return;
      if (first.size > MOST_BYTES) {
        setSaid(w('tooLargeFile', { name: first.name }));
        return;
      }
      first.text().then(
        (text) => {
          if (text.trimStart().startsWith('{')) setSaid(w('aGame', { name: first.name }));
          else onOpen(asDraft(nameOfFile(first.name), text));
        },
        (error: unknown) =>
          setSaid(
            w('unreadable', {
              name: first.name,
              message: error instanceof Error ? error.message : String(error),
            }),
          ),
      );
    },
    [onOpen],
  );
  const dragging = useDroppedFile(open);
  const forget = (id: string): void => {
    void drafts.forget(id).then(() => setKept((now) => now.filter((draft) => draft.id !== id)));
  };
  return (
    <main className={dragging ? 'workshop-start dragging' : 'workshop-start'} data-testid="workshop-start">
      <header className="choose-head">
        <Button look="quiet" onPress={onBack}>
          {w('backTitle')}
        </Button>
        <h1>{w('title')}</h1>
      </header>
      <p className="lead">{w('lead')}</p>
      <output className={said === '' ? 'hidden' : 'start-said'}>{said}</output>
      {kept.length === 0 ? null : (
        <section aria-labelledby="drafts" className="start-part">
          <h2 id="drafts">{w('goOn')}</h2>
          <p className="quiet">{w('goOnAbout')}</p>
          <ul className="start-drafts">
            {kept.map(({ id, name, at }) => (
              <li key={id}>
                <Button
                  look="plain"
                  label={w('openDraft', { name, when: whenText(at) })}
                  onPress={() => {
                    void drafts.load(id).then((draft) => (draft === undefined ? undefined : onOpen(draft)));
                  }}
                >
                  <span>{name}</span>
                  <small>{whenText(at)}</small>
                </Button>
                <Button
                  look="quiet"
                  label={w('forgetDraft', { name, when: whenText(at) })}
                  onPress={() => forget(id)}
                >
                  {w('forget')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="start-ways">
        <section className="start-card" aria-labelledby="fresh">
          <h2 id="fresh">{w('fresh')}</h2>
          <p>{w('freshAbout')}</p>
          <Button look="main" onPress={() => onOpen(newText())} testId="new-scenario">
            {w('freshButton')}
          </Button>
        </section>
        <section className="start-card" aria-labelledby="own">
          <h2 id="own">{w('ownFile')}</h2>
          <p>{w('ownFileAbout')}</p>
          <Button onPress={() => file.current?.click()}>{w('ownFileButton')}</Button>
          <input
            ref={file}
            className="hidden"
            type="file"
            accept=".yaml,.yml,.txt"
            tabIndex={-1}
            aria-label={w('ownFile')}
            onChange={(event) => {
              open(event.target.files);
              event.target.value = '';
            }}
          />
        </section>
      </div>
      <section aria-labelledby="copies" className="start-part">
        <h2 id="copies">{w('copy')}</h2>
        {shelf.length === 0 ? <output>{w('shelfLoading')}</output> : null}
        <ul className="start-shelf">
          {shelf.map((item) => (
            <li key={item.id} className="start-card">
              <h3>{item.title}</h3>
              <p>{item.subtitle}</p>
              <p className="quiet">
                {w('minutes', { count: item.minutes })} · {w('seats', { count: item.delegations })}
              </p>
              <Button
                label={w('copyOf', { title: item.title })}
                onPress={() => {
                  void shelfCopy(item.id).then((draft) => (draft === undefined ? undefined : onOpen(draft)));
                }}
              >
                {w('copyButton')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
};
