import type Phaser from 'phaser';
import { STANCES, type Scenario } from '../../../engine/seat.ts';
import type { TableContext } from '../context.ts';
import type { Frame } from '../layout/frame.ts';
import type { Horseshoe } from '../layout/horseshoe.ts';
import { answersUnder, signOf } from '../model/room.ts';
import { stanceColour, temperColour } from '../model/temper.ts';
import { shortOf } from '../model/short.ts';
import { glow, rounded, shaded, type Box } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import { lookOf, paintFigure } from '../paint/figure.ts';
import { paintBlock, paintChair, paintDais, paintFolder, paintGavel } from '../paint/furniture.ts';
import { font } from '../paint/letters.ts';
import { paintPlacard, paintVerdict } from '../paint/placard.ts';
import { bounds, paintDesk } from '../paint/desk.ts';
import { paintBracket, planScroll } from '../paint/scroll.ts';
import { PALETTE } from '../palette.ts';
import { paintAtlas, type Atlas, type Painting } from '../textures.ts';
import { say } from '../words.ts';

/** What lights up around a placard: a stance, or that it is looked at. The canvas renderer knows no tint: each is painted. */
const RIMS = [
  ...STANCES.map((stance): readonly [string, string] => [stance, lighter(stanceColour(stance), 0.12)]),
  ['looked', PALETTE.blue] as const,
];

/** Steps of warmth in which brackets are painted. */
export const WARMTHS = 8;

/** Height of a placard for its width. */
export const placardHigh = (wide: number, small: boolean): number =>
  small ? Math.max(15, wide * 0.36) : Math.max(20, wide * 0.285);

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: box.w + by * 2,
  h: box.h + by * 2,
});

/** Everything that stands or moves in the chamber, painted into one texture at the size it is shown. */
export const paintChamberAtlas = (
  scene: Phaser.Scene,
  context: TableContext,
  scenario: Scenario,
  room: Horseshoe,
  frame: Frame,
  ownIndex: number,
): Atlas => {
  const small = frame.detail === 'small';
  const { ratio, words } = context;
  const paintings: Painting[] = [];
  const largest = Math.max(...room.seats.map(({ tall }) => tall), room.podium.tall);
  for (const seat of room.seats) {
    const delegation = scenario.delegations[seat.index];
    if (delegation === undefined) continue;
    const look = lookOf(delegation.id, seat.index);
    const body: Box = {
      x: -seat.tall * 0.56,
      y: -seat.tall * 1.08,
      w: seat.tall * 1.12,
      h: seat.tall * 1.12,
    };
    paintings.push(
      { name: `chair ${seat.index}`, box: body, paint: (brush) => paintChair(brush, seat.tall) },
      {
        name: `figure ${delegation.id}`,
        box: body,
        paint: (brush) => paintFigure(brush, look, seat.tall, seat.turn),
      },
      {
        name: `desk ${seat.index}`,
        box: grown(bounds([...seat.top, ...seat.front]), 3),
        paint: (brush) => paintDesk(brush, seat.top, seat.front, seat.index * 3 + 1, seat.index === ownIndex),
      },
    );
    const high = placardHigh(seat.wide, small);
    const face: Box = { x: -seat.wide / 2 - 8, y: -high - 8, w: seat.wide + 16, h: high + 18 };
    paintings.push(
      {
        name: `placard ${delegation.id}`,
        box: face,
        paint: (brush) => {
          shaded(brush, ratio, 7, 3, 0.55, () => {
            brush.fillStyle = PALETTE.cream;
            brush.fillRect(-seat.wide / 2, -high, seat.wide, high);
          });
          paintPlacard(
            brush,
            {
              name: words(delegation.placard),
              code: shortOf(delegation),
              flag: context.flag(delegation.flag),
              own: seat.index === ownIndex,
            },
            seat.wide,
            high,
            small,
          );
        },
      },
      ...RIMS.map(([rim, colour]): Painting => ({
        name: `rim ${rim} ${seat.index}`,
        box: grown(face, 6),
        paint: (brush) => {
          const box = { x: -seat.wide / 2 - 3.5, y: -high - 5, w: seat.wide + 7, h: high + 8 };
          brush.fillStyle = colour;
          brush.shadowColor = colour;
          brush.shadowBlur = 9 * ratio;
          rounded(brush, box, 5);
          brush.fill();
        },
      })),
    );
    for (const answer of answersUnder(scenario.procedure)) {
      const wide = small ? high * 1.3 : seat.wide * 0.8;
      const tall = high * 0.72;
      paintings.push({
        name: `verdict ${answer} ${seat.index}`,
        box: { x: -wide / 2 - 2, y: -tall - 2, w: wide + 4, h: tall + 4 },
        paint: (brush) => paintVerdict(brush, signOf(answer), small ? '' : say(answer), wide, tall),
      });
    }
  }
  paintings.push(...common(scenario, context, room, frame, largest));
  return paintAtlas(scene, 'chamber', ratio, paintings);
};

const common = (
  scenario: Scenario,
  context: TableContext,
  room: Horseshoe,
  frame: Frame,
  largest: number,
): readonly Painting[] => {
  const { podium } = room;
  const { ratio } = context;
  const small = frame.detail === 'small';
  const body: Box = {
    x: -podium.tall * 0.56,
    y: -podium.tall * 1.08,
    w: podium.tall * 1.12,
    h: podium.tall * 1.12,
  };
  const line = planScroll(frame.scroll, scenario.articles.length).lines[0];
  const bracket = (line?.h ?? 20) * 0.62;
  const wide = podium.half * 0.98;
  const high = placardHigh(wide, small) * 0.94;
  const gavel = podium.half * 0.62;
  return [
    { name: 'chair Chair', box: body, paint: (brush) => paintChair(brush, podium.tall) },
    {
      name: 'figure Chair',
      box: body,
      paint: (brush) => paintFigure(brush, lookOf('chair of the working group', 3), podium.tall, 0.12),
    },
    {
      name: 'dais',
      box: { x: -podium.half * 1.4, y: -podium.high * 1.25, w: podium.half * 2.8, h: podium.high * 1.5 },
      paint: (brush) => paintDais(brush, podium.half, podium.high),
    },
    {
      name: 'placard Chair',
      box: { x: -wide / 2 - 8, y: -high - 8, w: wide + 16, h: high + 18 },
      paint: (brush) =>
        paintPlacard(
          brush,
          { name: say('chair'), code: say('chair'), flag: context.flag(scenario.chair.flag), own: false },
          wide,
          high,
          false,
        ),
    },
    {
      name: 'block',
      box: { x: -gavel, y: -gavel, w: gavel * 2, h: gavel * 1.4 },
      paint: (brush) => paintBlock(brush, gavel * 0.8),
    },
    {
      name: 'gavel',
      box: { x: -gavel * 1.1, y: -gavel * 0.4, w: gavel * 1.25, h: gavel * 0.8 },
      paint: (brush) => paintGavel(brush, gavel),
    },
    {
      name: 'ring',
      box: { x: -60, y: -60, w: 120, h: 120 },
      paint: (brush) => {
        brush.strokeStyle = PALETTE.brassLight;
        brush.lineWidth = 3;
        brush.beginPath();
        brush.ellipse(0, 0, 56, 26, 0, 0, Math.PI * 2);
        brush.stroke();
      },
    },
    ...(
      [
        ['own', '#9fd0ff'],
        ['looked', PALETTE.blue],
        ['thinking', PALETTE.brassLight],
      ] as const
    ).map(([name, colour]): Painting => ({
      name: `halo ${name}`,
      box: { x: -90, y: -90, w: 180, h: 180 },
      paint: (brush) => glow(brush, 0, 0, 88, 80, colour, 0.7),
    })),
    {
      name: 'you',
      box: { x: -20, y: -12, w: 40, h: 24 },
      paint: (brush) => {
        if (small) brush.scale(0.62, 0.62);
        brush.fillStyle = PALETTE.blue;
        rounded(brush, { x: -15, y: -8, w: 30, h: 16 }, 8);
        brush.fill();
        brush.strokeStyle = '#ffffff';
        brush.lineWidth = 1.2;
        brush.stroke();
        brush.fillStyle = '#06182c';
        brush.font = font('sans', 10.5, 750);
        brush.textAlign = 'center';
        brush.textBaseline = 'middle';
        brush.fillText(say('you'), 0, 0.5);
      },
    },
    {
      name: 'folder',
      box: { x: -40, y: -24, w: 80, h: 48 },
      paint: (brush) => paintFolder(brush, 44),
    },
    ...Array.from({ length: WARMTHS + 1 }, (_, step): Painting => ({
      name: `bracket ${step}`,
      box: { x: -bracket * 0.3, y: -bracket * 0.7, w: bracket * 0.9, h: bracket * 1.4 },
      paint: (brush) => paintBracket(brush, bracket, darker(temperColour(step / WARMTHS), 0.12)),
    })),
    ...scenario.delegations.map((_, i): Painting => {
      const r = Math.max(small ? 5.5 : 8, largest * 0.075);
      return {
        name: `order ${i + 1}`,
        box: { x: -r - 2, y: -r - 2, w: r * 2 + 4, h: r * 2 + 4 },
        paint: (brush) => {
          brush.fillStyle = PALETTE.blueDeep;
          brush.beginPath();
          brush.arc(0, 0, r, 0, Math.PI * 2);
          brush.fill();
          brush.strokeStyle = PALETTE.brassLight;
          brush.lineWidth = 1.2;
          brush.stroke();
          brush.fillStyle = '#ffffff';
          brush.font = font('sans', r * 1.15, 700);
          brush.textAlign = 'center';
          brush.textBaseline = 'middle';
          brush.fillText(String(i + 1), 0, 0.5);
        },
      };
    }),
    {
      name: 'sheet of paper',
      box: { x: -16, y: -20, w: 32, h: 40 },
      paint: (brush) => {
        shaded(brush, ratio, 4, 2, 0.4, () => {
          brush.fillStyle = PALETTE.cream;
          brush.fillRect(-13, -17, 26, 34);
        });
        brush.fillStyle = '#9b8c6c';
        for (let i = 0; i < 7; i += 1) brush.fillRect(-9, -12 + i * 3.8, i === 6 ? 9 : 18, 1);
      },
    },
  ];
};
