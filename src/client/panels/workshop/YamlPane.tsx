import { useEffect, useRef, type ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import { candidatesAt, scenarioSchema } from '../../session/workshop/index.ts';
import { openEditor, type CodeEditor } from './code.ts';
import { useBench, useWriting } from './context.tsx';
import { faultInWords } from './words.ts';

/** The text itself, with its faults in place. */
export const YamlPane = ({
  onEditor,
  onHistory,
}: {
  readonly onEditor: (editor: CodeEditor | undefined) => void;
  readonly onHistory: (undo: boolean, redo: boolean) => void;
}): ReactNode => {
  const bench = useBench();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const read = useWriting((writing) => writing.read);
  const fresh = useWriting((writing) => writing.fresh);
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    let schema: Promise<unknown> | undefined;
    const made = openEditor({
      text: bench.store.getState().text,
      label: w('yamlLabel'),
      onText: (text) => bench.typed(text),
      onHistory,
      complete: async (text, offset) => {
        schema ??= scenarioSchema();
        return candidatesAt(text, offset, await schema, bench.store.getState().data);
      },
      inWords: faultInWords,
      mendLabel: (what) => w('writeThis', { what }),
    });
    parent.append(made.dom);
    editor.current = made;
    bench.attach(made);
    onEditor(made);
    return () => {
      bench.attach(undefined);
      onEditor(undefined);
      editor.current = undefined;
      made.destroy();
    };
  }, [bench, onEditor, onHistory]);
  useEffect(() => {
    // Of an older text: they stay where they are until the new reading is there.
    if (!fresh || read === undefined) return;
    editor.current?.setFaults([
      ...read.faults.map((fault) => ({ fault, warning: false })),
      ...read.warnings.map((fault) => ({ fault, warning: true })),
    ]);
  }, [read, fresh]);
  return (
    <div className="yaml-pane">
      <div ref={place} className="yaml-place" />
      <p className="quiet yaml-help">{w('yamlHelp')}</p>
    </div>
  );
};
