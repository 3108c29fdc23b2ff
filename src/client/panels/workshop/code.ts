import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  isolateHistory,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Candidates, Change, Fault } from '../../session/workshop/index.ts';

/** The editor of the text: the only one that knows CodeMirror. */
export interface CodeEditor {
  readonly dom: HTMLElement;
  readonly apply: (changes: readonly Change[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setFaults: (found: readonly { readonly fault: Fault; readonly warning: boolean }[]) => void;
  /** Shows a place and puts the cursor there. */
  readonly goTo: (fault: Fault) => void;
  /** Shows where a field at the top of the file begins; the cursor stays where it is. */
  readonly reveal: (field: string) => void;
  /** Writes something in place of what a fault is about. */
  readonly mend: (fault: Fault, write: string) => void;
  readonly destroy: () => void;
}

export interface CodeWishes {
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  /** What can be taken back, and done again. */
  readonly onHistory: (undo: boolean, redo: boolean) => void;
  readonly complete: (text: string, offset: number) => Promise<Candidates | undefined>;
  readonly inWords: (fault: Fault) => string;
  readonly mendLabel: (write: string) => string;
}

const LETTERS = HighlightStyle.define([
  { tag: tags.propertyName, color: '#123a63', fontWeight: '600' },
  { tag: [tags.definition(tags.propertyName)], color: '#123a63', fontWeight: '600' },
  { tag: tags.string, color: '#245c3e' },
  { tag: tags.content, color: '#20180f' },
  { tag: [tags.number, tags.bool, tags.null], color: '#7a4a00' },
  { tag: tags.comment, color: '#6b5a45', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: '#6e4a2f' },
  { tag: [tags.labelName, tags.typeName, tags.meta], color: '#8f231c' },
]);

const LOOK = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: '#fffdf7', color: '#20180f', fontSize: '0.86rem' },
  '&.cm-focused': { outline: '3px solid #4b92db', outlineOffset: '-3px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
    lineHeight: '1.5',
  },
  '.cm-gutters': { backgroundColor: '#f1e6cc', color: '#6b5636', borderInlineEnd: '1px solid #dccba3' },
  '.cm-activeLine': { backgroundColor: 'rgb(201 162 75 / 13%)' },
  '.cm-activeLineGutter': { backgroundColor: '#e6d3a5', color: '#20180f' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy #a32a22 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy #a87400 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    border: '1px solid #8a5a33',
    borderRadius: '6px',
    backgroundColor: '#fbf5e6',
    color: '#20180f',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {
    padding: '0.4rem 0.6rem',
    fontFamily: "'Noto Sans Variable', sans-serif",
    maxInlineSize: '34rem',
  },
  '.cm-diagnostic-error': { borderInlineStart: '5px solid #a32a22' },
  '.cm-diagnostic-warning': { borderInlineStart: '5px solid #a87400' },
  '.cm-diagnosticAction': {
    backgroundColor: '#123a63',
    color: '#fff',
    borderRadius: '5px',
    padding: '0.15rem 0.5rem',
    font: 'inherit',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: '#123a63', color: '#fff' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-panels': { backgroundColor: '#f1e6cc', color: '#20180f' },
});

/** Milliseconds of one turn of the cursor. */
const BLINK = 1_200;
const stillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** By what the server knows styles of our own; there is none where it does not ask. */
const nonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Where a fault is in a document that may have changed a little since. */
const rangeOf = (state: EditorState, fault: Fault): { readonly from: number; readonly to: number } => {
  const line = state.doc.line(Math.max(1, Math.min(fault.line, state.doc.lines)));
  const from = Math.min(line.to, line.from + fault.column - 1);
  if (fault.length !== undefined) return { from, to: Math.min(state.doc.length, from + fault.length) };
  const word = /^[\w.'"-]+/u.exec(state.sliceDoc(from, line.to))?.[0].length ?? 0;
  return { from, to: from + word };
};

export const openEditor = (wishes: CodeWishes): CodeEditor => {
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const found = await wishes.complete(context.state.doc.toString(), context.pos);
    if (found === undefined || (!context.explicit && found.from === context.pos)) return null;
    return {
      from: found.from,
      options: found.all.map(({ label, about, kind }, place) => ({
        label,
        apply: `${label}${found.behind}`,
        detail: about,
        type: kind === 'field' ? 'property' : kind === 'id' ? 'variable' : 'enum',
        // In the order of the file and the schema.
        boost: -place / 10,
      })),
      validFor: /^[\w-]*$/u,
    };
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: wishes.text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        foldGutter(),
        history(),
        drawSelection({ cursorBlinkRate: stillness() ? 0 : BLINK }),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        yaml(),
        syntaxHighlighting(LETTERS),
        autocompletion({ override: [complete], icons: false }),
        lintGutter(),
        EditorView.cspNonce.of(nonce()),
        LOOK,
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': wishes.label, 'data-testid': 'yaml', tabindex: '0' }),
        // Tab is left to the page: whoever has no mouse can go on.
        keymap.of([
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          ...foldKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          wishes.onText(update.state.doc.toString());
          wishes.onHistory(undoDepth(update.state) > 0, redoDepth(update.state) > 0);
        }),
      ],
    }),
  });
  const mend = (fault: Fault, write: string): void => {
    const { from, to } = rangeOf(view.state, fault);
    view.dispatch({
      changes: { from, to, insert: write },
      selection: EditorSelection.cursor(from + write.length),
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
  };
  return {
    dom: view.dom,
    apply: (changes) => {
      view.dispatch({
        changes: changes.map(({ from, to, insert }) => ({ from, to, insert })),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.form',
      });
      const [first] = changes;
      if (first !== undefined)
        view.dispatch({
          effects: EditorView.scrollIntoView(Math.min(first.from, view.state.doc.length), { y: 'center' }),
        });
    },
    undo: () => undo(view),
    redo: () => redo(view),
    setFaults: (found) => {
      const diagnostics = found.map(({ fault, warning }): Diagnostic => {
        const { from, to } = rangeOf(view.state, fault);
        const line = view.state.doc.lineAt(from);
        return {
          // A fault of many lines is marked on its first.
          from,
          to: Math.max(from, Math.min(to, line.to)),
          severity: warning ? 'warning' : 'error',
          message: wishes.inWords(fault),
          ...(fault.exact === undefined
            ? {}
            : {
                actions: fault.write
                  .slice(0, 3)
                  .map((write) => ({ name: wishes.mendLabel(write), apply: () => mend(fault, write) })),
              }),
        };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo: (fault) => {
      const { from, to } = rangeOf(view.state, fault);
      view.dispatch({
        selection: EditorSelection.single(from, Math.min(to, view.state.doc.lineAt(from).to)),
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    reveal: (field) => {
      const text = `\n${view.state.doc.toString()}`;
      const place = text.indexOf(`\n${field}:`);
      if (place !== -1)
        view.dispatch({ effects: EditorView.scrollIntoView(place, { y: 'start', yMargin: 8 }) });
    },
    mend,
    destroy: () => view.destroy(),
  };
};
