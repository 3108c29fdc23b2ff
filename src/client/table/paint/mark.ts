import { PALETTE } from '../palette.ts';
import { brass, glow, type Brush } from './brush.ts';
import { veil } from './colour.ts';

/** The game's own mark: a horseshoe table between square brackets. It is nobody's emblem. Centred on (0, 0), radius `r`. */
export const paintMark = (brush: Brush, r: number, colour: CanvasGradient | string): void => {
  brush.save();
  brush.strokeStyle = colour;
  brush.fillStyle = colour;
  brush.lineCap = 'butt';
  brush.lineJoin = 'miter';
  brush.lineWidth = r * 0.13;
  for (const side of [-1, 1]) {
    brush.beginPath();
    brush.moveTo(side * r * 0.52, -r * 0.72);
    brush.lineTo(side * r * 0.84, -r * 0.72);
    brush.lineTo(side * r * 0.84, r * 0.72);
    brush.lineTo(side * r * 0.52, r * 0.72);
    brush.stroke();
  }
  brush.lineWidth = r * 0.15;
  brush.lineCap = 'round';
  brush.beginPath();
  brush.moveTo(-r * 0.42, r * 0.46);
  brush.lineTo(-r * 0.42, 0);
  brush.arc(0, 0, r * 0.42, Math.PI, 0);
  brush.lineTo(r * 0.42, r * 0.46);
  brush.stroke();
  brush.beginPath();
  brush.arc(0, r * 0.12, r * 0.12, 0, Math.PI * 2);
  brush.fill();
  brush.restore();
};

/** The mark as a brass relief on a round walnut shield. */
export const paintShield = (brush: Brush, x: number, y: number, r: number): void => {
  brush.save();
  brush.translate(x, y);
  glow(brush, 0, 0, r * 2.6, r * 2.2, PALETTE.brassLight, 0.34);
  const wood = brush.createRadialGradient(-r * 0.3, -r * 0.4, r * 0.1, 0, 0, r);
  wood.addColorStop(0, '#6f4a2c');
  wood.addColorStop(1, '#2c190e');
  brush.fillStyle = wood;
  brush.beginPath();
  brush.arc(0, 0, r, 0, Math.PI * 2);
  brush.fill();
  brush.lineWidth = r * 0.09;
  brush.strokeStyle = brass(brush, { x: -r, y: -r, w: 2 * r, h: 2 * r });
  brush.stroke();
  brush.save();
  brush.translate(r * 0.02, r * 0.04);
  paintMark(brush, r * 0.66, veil('#000000', 0.5));
  brush.restore();
  paintMark(brush, r * 0.66, brass(brush, { x: -r, y: -r * 0.8, w: 2 * r, h: r * 1.8 }));
  brush.restore();
};
