import { useEffect, useState } from 'react';

/** Takes files that are dropped anywhere on the page; whether one is being dragged over it. */
export const useDroppedFile = (take: (files: FileList | null) => void): boolean => {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(true);
    };
    const away = (): void => setDragging(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(false);
      take(event.dataTransfer?.files ?? null);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', away);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', away);
      document.removeEventListener('drop', drop);
    };
  }, [take]);
  return dragging;
};
