import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Edit } from '../../session/workshop/index.ts';
import type { Workbench, Writing } from '../../session/workshop/index.ts';

const BenchContext = createContext<Workbench | undefined>(undefined);
export const BenchProvider = BenchContext.Provider;

/** Throws outside of the workshop: a fault of ours. */
export const useBench = (): Workbench => {
  const bench = useContext(BenchContext);
  if (bench === undefined) throw new Error('forms stand inside the workshop');
  return bench;
};

/** A selection of what is being written; it must return what is in the store, not a new object. */
export const useWriting = <T,>(select: (writing: Writing) => T): T => useStore(useBench().store, select);

/** What every field of the form needs. */
export interface Form {
  readonly data: unknown;
  /** While the text cannot be read nothing can be changed by form. */
  readonly locked: boolean;
  readonly change: (edits: readonly Edit[]) => boolean;
}

export const useForm = (): Form => {
  const bench = useBench();
  const data = useWriting((writing) => writing.data);
  const locked = useWriting((writing) => writing.broken !== undefined);
  return { data, locked, change: (edits) => bench.change(edits) };
};
