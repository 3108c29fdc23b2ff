import type { Box, Spot } from './paint/brush.ts';

/** Something that can be pointed at. Boxes in CSS pixels of the canvas; those listed later lie on top. */
export interface Target {
  readonly name: string;
  readonly box: Box;
  readonly tap?: () => void;
  readonly over?: (on: boolean) => void;
  readonly drag?: Drag;
}

export interface Drag {
  readonly start: (at: Spot) => void;
  readonly move: (at: Spot) => void;
  /** `undefined`: given up. */
  readonly drop: (at: Spot | undefined) => void;
}

export const inside = (box: Box, { x, y }: Spot): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h;

/** The topmost target at a point. Small ones are given a finger's width: at least `least` CSS pixels each way. */
export const targetAt = (targets: readonly Target[], at: Spot, least = 24): Target | undefined => {
  const direct = targets.findLast((target) => inside(target.box, at));
  if (direct !== undefined) return direct;
  return targets.findLast(({ box }) => {
    const dx = Math.max(0, (least - box.w) / 2);
    const dy = Math.max(0, (least - box.h) / 2);
    return inside({ x: box.x - dx, y: box.y - dy, w: box.w + 2 * dx, h: box.h + 2 * dy }, at);
  });
};

/** A press that has moved further than this is a drag; nearer, a tap. CSS pixels. */
export const SLOP = 7;

/**
 * Pointer events of the canvas itself, mouse, pen and touch alike. Listening here and not on the window keeps
 * what happens on the panels away from the table. Returns how to stop.
 */
export const listen = (
  canvas: HTMLCanvasElement,
  targets: () => readonly Target[],
  stirred: () => void,
): (() => void) => {
  let pressed:
    | {
        readonly target: Target | undefined;
        readonly from: Spot;
        readonly pointer: number;
        dragging: boolean;
      }
    | undefined;
  let hovered: Target | undefined;

  const point = (event: PointerEvent): Spot => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const hover = (target: Target | undefined): void => {
    if (target?.name === hovered?.name) {
      hovered = target;
      return;
    }
    hovered?.over?.(false);
    hovered = target;
    hovered?.over?.(true);
    canvas.style.cursor = target === undefined ? '' : target.drag === undefined ? 'pointer' : 'grab';
    stirred();
  };
  const down = (event: PointerEvent): void => {
    if (pressed !== undefined || event.button !== 0) return;
    const from = point(event);
    pressed = { target: targetAt(targets(), from), from, pointer: event.pointerId, dragging: false };
    canvas.setPointerCapture(event.pointerId);
    stirred();
  };
  const move = (event: PointerEvent): void => {
    const at = point(event);
    if (pressed === undefined) {
      if (event.pointerType === 'mouse') hover(targetAt(targets(), at, 0));
      return;
    }
    if (event.pointerId !== pressed.pointer) return;
    const drag = pressed.target?.drag;
    if (drag === undefined) return;
    if (!pressed.dragging && Math.hypot(at.x - pressed.from.x, at.y - pressed.from.y) > SLOP) {
      pressed.dragging = true;
      canvas.style.cursor = 'grabbing';
      drag.start(pressed.from);
    }
    if (pressed.dragging) drag.move(at);
    stirred();
  };
  const end = (event: PointerEvent, given: boolean): void => {
    if (pressed === undefined || event.pointerId !== pressed.pointer) return;
    const { target, from, dragging } = pressed;
    pressed = undefined;
    const at = point(event);
    canvas.style.cursor = '';
    if (dragging) target?.drag?.drop(given ? at : undefined);
    else if (given && Math.hypot(at.x - from.x, at.y - from.y) <= SLOP * 2) target?.tap?.();
    stirred();
  };
  const up = (event: PointerEvent): void => end(event, true);
  const cancel = (event: PointerEvent): void => end(event, false);
  const leave = (): void => hover(undefined);
  const events = {
    pointerdown: down,
    pointermove: move,
    pointerup: up,
    pointercancel: cancel,
    pointerleave: leave,
  } as const;
  const names = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'] as const;
  for (const name of names) canvas.addEventListener(name, events[name]);
  return () => {
    for (const name of names) canvas.removeEventListener(name, events[name]);
  };
};
