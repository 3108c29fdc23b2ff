import type { FilmControl } from '../../session/film/index.ts';

/** Where keys mean something of their own: lists of tabs, fields, menus. A slider's own keys are those of the film. */
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="range"]), select, textarea, [role="tablist"], [role="dialog"]') !== null;

const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, [role="button"]') !== null;

/** Papers are scrolled by these keys. */
const isRead = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.paper') !== null;

/** Steers the film by keyboard, from anywhere on its page. */
export const steer = (event: KeyboardEvent, control: FilmControl): void => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
    return;
  const does = deedOf(event, control);
  if (does === undefined) return;
  event.preventDefault();
  does();
};

const deedOf = ({ key, target }: KeyboardEvent, control: FilmControl): (() => void) | undefined => {
  switch (key) {
    case ' ':
      // On a button the space bar presses it.
      return isPressed(target) ? undefined : control.toggle;
    case 'ArrowRight':
      return () => control.step(1);
    case 'ArrowLeft':
      return () => control.step(-1);
    case 'PageDown':
      return isRead(target) ? undefined : () => control.chapter(1);
    case 'PageUp':
      return isRead(target) ? undefined : () => control.chapter(-1);
    case 'Home':
      return isRead(target) ? undefined : () => control.seek(0);
    case 'End':
      return isRead(target) ? undefined : () => control.seek(Number.MAX_SAFE_INTEGER);
    default:
      return undefined;
  }
};
