import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import '../../styles/workshop.css';
import {
  asDraft,
  openAround,
  openDrafts,
  Workbench,
  type Draft,
  type Drafts,
} from '../../session/workshop/index.ts';
import { Bench } from './Bench.tsx';
import { BenchProvider } from './context.tsx';
import { Start } from './Start.tsx';

/** What the workshop is opened with: nothing yet, a text from elsewhere, or what was worked on last. */
export type Opening =
  | { readonly from: 'start' }
  | { readonly from: 'text'; readonly name: string; readonly text: string }
  | { readonly from: 'last' };

/** The draft that an opening means; none where one has to choose first. */
const opened = async (opening: Opening, drafts: Drafts): Promise<Draft | undefined> => {
  switch (opening.from) {
    case 'start':
      return undefined;
    case 'text':
      return asDraft(opening.name, opening.text);
    case 'last': {
      const [last] = await drafts.list();
      return last === undefined ? undefined : drafts.load(last.id);
    }
  }
};

/** The scenario workshop. */
const Workshop = ({
  opening,
  onBack,
  onPlay,
  onLeave,
}: {
  readonly opening: Opening;
  readonly onBack: () => void;
  readonly onPlay: (name: string, text: string) => void;
  /** A game is about to be looked at; whoever leaves it comes back to what was worked on last. */
  readonly onLeave: () => void;
}): ReactNode => {
  const drafts = useMemo(() => openDrafts(), []);
  const [bench, setBench] = useState<Workbench>();
  const open = useCallback(
    (draft: Draft): void => setBench(new Workbench(openAround(drafts), draft)),
    [drafts],
  );
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void opened(opening, drafts)
      .then((draft) => (draft === undefined ? undefined : open(draft)))
      .catch(() => undefined);
  }, [opening, open, drafts]);
  useEffect(() => () => bench?.close(), [bench]);
  if (bench === undefined) return <Start drafts={drafts} onOpen={open} onBack={onBack} />;
  return (
    <BenchProvider key={bench.store.getState().id} value={bench}>
      <Bench onClose={() => setBench(undefined)} onPlay={onPlay} onLeave={onLeave} />
    </BenchProvider>
  );
};

export default Workshop;
