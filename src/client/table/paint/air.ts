import { glow, ramp, streaks, type Box, type Brush } from './brush.ts';
import { veil } from './colour.ts';

/** Darkness at the edges, over everything: the eye goes to the middle. */
export const paintVignette = (brush: Brush, frame: Box): void => {
  const { x, y, w, h } = frame;
  brush.save();
  brush.translate(x + w / 2, y + h * 0.54);
  brush.scale(1, h / w);
  const dark = brush.createRadialGradient(0, 0, w * 0.34, 0, 0, w * 0.72);
  dark.addColorStop(0, veil('#0a0502', 0));
  dark.addColorStop(0.6, veil('#0a0502', 0.12));
  dark.addColorStop(1, veil('#0a0502', 0.55));
  brush.fillStyle = dark;
  brush.fillRect(-w, -w, w * 2, w * 2);
  brush.restore();
};

/** Cone of light from the ceiling on the middle of the room; drawn over the desks. */
export const paintLight = (brush: Brush, frame: Box): void => {
  const { x, y, w, h } = frame;
  glow(brush, x + w / 2, y + h * 0.46, w * 0.46, h * 0.5, '#ffdfa3', 0.16);
};

/** A walnut board under a room that does not fill the picture. */
export const paintBoard = (brush: Brush, frame: Box): void => {
  brush.fillStyle = ramp(brush, frame, [
    [0, '#2c180c'],
    [0.5, '#4a2c18'],
    [1, '#25140a'],
  ]);
  brush.fillRect(frame.x, frame.y, frame.w, frame.h);
  streaks(brush, frame, 83, Math.round(frame.w / 2), '#120804', '#a97444', 0.2);
};
