import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import type { Fault, TriedGame } from '../../session/workshop/index.ts';
import { Button, Switch } from '../bits.tsx';
import { useDesk } from '../context.tsx';
import { saveBytes } from '../save-file.ts';
import type { CodeEditor } from './code.ts';
import { useBench, useWriting } from './context.tsx';
import { FaultList } from './FaultList.tsx';
import { FormPane } from './FormPane.tsx';
import { Share } from './Share.tsx';
import { TryPane } from './TryPane.tsx';
import { YamlPane } from './YamlPane.tsx';

const PANES = ['form', 'yaml', 'try'] as const;
type Pane = (typeof PANES)[number];

/** A scenario being written: form and text side by side, faults below, trials beside. */
export const Bench = ({
  onClose,
  onPlay,
  onLeave,
}: {
  readonly onClose: () => void;
  readonly onPlay: (name: string, text: string) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const bench = useBench();
  const { session } = useDesk();
  const editor = useRef<CodeEditor>(undefined);
  const [pane, setPane] = useState<Pane>('form');
  const [history, setHistory] = useState({ undo: false, redo: false });
  const name = useWriting((writing) => writing.name);
  const kept = useWriting((writing) => writing.kept);
  const playable = useWriting((writing) => writing.fresh && writing.read?.cover !== undefined);
  const onEditor = useCallback((made: CodeEditor | undefined) => {
    editor.current = made;
  }, []);
  const onHistory = useCallback((undo: boolean, redo: boolean) => setHistory({ undo, redo }), []);
  useEffect(() => {
    // What the browser has not kept yet is asked about before it is lost.
    const leaving = (event: BeforeUnloadEvent): void => {
      if (bench.store.getState().kept !== 'kept') event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [bench]);
  const go = (fault: Fault): void => {
    setPane((now) => (now === 'yaml' || isNarrow() ? 'yaml' : now));
    // On a telephone the text is shown first.
    requestAnimationFrame(() => editor.current?.goTo(fault));
  };
  const mend = (fault: Fault, write: string): void => editor.current?.mend(fault, write);
  const look = (game: TriedGame): void => {
    void bench.game(game.seed).then((file) => {
      if (file === undefined) return undefined;
      onLeave();
      return session.importGame(file);
    });
  };
  return (
    <main className="workshop" data-pane={pane} data-testid="workshop">
      <header className="workshop-head">
        <Button look="quiet" onPress={onClose}>
          {w('backBench')}
        </Button>
        <h1 className="hidden">{w('title')}</h1>
        <label className="workshop-name">
          <span className="hidden">{w('name')}</span>
          <input
            className="text"
            value={name}
            maxLength={80}
            onChange={(event) => bench.rename(event.target.value)}
          />
        </label>
        <output className={kept === 'refused' ? 'kept kept-refused' : 'kept'}>
          {w(`kept_${kept}` satisfies WorkshopKey)}
        </output>
        <span className="workshop-tools">
          <Button disabled={!history.undo} label={w('undo')} onPress={() => editor.current?.undo()}>
            <Turn />
          </Button>
          <Button disabled={!history.redo} label={w('redo')} onPress={() => editor.current?.redo()}>
            <Turn back />
          </Button>
          <Button
            onPress={() =>
              saveBytes(
                `${name === '' ? 'scenario' : name}.yaml`,
                bench.store.getState().text,
                'application/yaml',
              )
            }
          >
            {w('save')}
          </Button>
          <Share />
          <Button
            look="main"
            disabled={!playable}
            onPress={() => onPlay(name, bench.store.getState().text)}
            testId="play-it"
          >
            {w('play')}
          </Button>
        </span>
      </header>
      <div className="workshop-switch">
        <Switch
          legend={w('pane')}
          hideLegend
          name="pane"
          value={pane}
          choices={PANES.map((value) => ({ value, label: w(`pane_${value}` satisfies WorkshopKey) }))}
          onChange={(value) => setPane(PANES.find((item) => item === value) ?? 'form')}
        />
      </div>
      <div className="workshop-left">
        <section className="workshop-form" aria-label={w('pane_form')}>
          <h2 className="hidden">{w('pane_form')}</h2>
          <FormPane onPart={(field) => editor.current?.reveal(field)} />
        </section>
        <section className="workshop-try" aria-label={w('pane_try')}>
          <h2 className="hidden">{w('pane_try')}</h2>
          <TryPane onGo={go} onMend={mend} onLook={look} />
        </section>
      </div>
      <section className="workshop-yaml" aria-label={w('pane_yaml')}>
        <YamlPane onEditor={onEditor} onHistory={onHistory} />
      </section>
      <Faults onGo={go} onMend={mend} />
    </main>
  );
};

/** An arrow that turns back, or forward again. */
const Turn = ({ back = false }: { readonly back?: boolean }): ReactNode => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    {...(back ? { transform: 'scale(-1 1)' } : {})}
  >
    <path d="M7 4 3 8l4 4M3.500 8H12a4.500 4.500 0 0 1 0 9H8" />
  </svg>
);

/** One pane at a time is shown below this width; the style sheet says the same. */
const isNarrow = (): boolean => window.matchMedia('(width < 900px)').matches;

const Faults = ({
  onGo,
  onMend,
}: {
  readonly onGo: (fault: Fault) => void;
  readonly onMend: (fault: Fault, write: string) => void;
}): ReactNode => {
  const read = useWriting((writing) => writing.read);
  const fresh = useWriting((writing) => writing.fresh);
  const { faults = [], warnings = [] } = read ?? {};
  const said =
    read === undefined
      ? w('faultsReading')
      : [
          faults.length === 0 ? w('noFaults') : w('countFaults', { count: faults.length }),
          ...(warnings.length === 0 ? [] : [w('countWarnings', { count: warnings.length })]),
        ].join(' · ');
  return (
    <section
      className={faults.length > 0 ? 'workshop-faults has-faults' : 'workshop-faults'}
      aria-label={w('faults')}
      data-testid="faults"
    >
      <details open={faults.length + warnings.length > 0}>
        <summary>
          <output>{said}</output>
        </summary>
        <FaultList found={faults} fresh={fresh} onGo={onGo} onMend={onMend} />
        <FaultList found={warnings} warning fresh={fresh} onGo={onGo} onMend={onMend} />
      </details>
    </section>
  );
};
