import { useEffect, useRef, useState, type RefObject } from 'react';

/** What a drawing has: its width, and the size of a letter, so that it is readable on a phone and from the back of a class. */
export interface Room {
  readonly width: number;
  readonly em: number;
}

/** Letters that go side by side where there is not room for everything. */
const NARROW = 34;
export const isNarrow = ({ width, em }: Room): boolean => width < NARROW * em;

/** The width of an element as long as it is there; nothing until it has been measured. */
export const useRoom = (): readonly [RefObject<HTMLDivElement | null>, Room | undefined] => {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const width = Math.floor(element.clientWidth);
      const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom((now) => (now?.width === width && now.em === em ? now : { width, em }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, room];
};
