import Phaser from 'phaser';
import type { GeoProjection } from 'd3-geo';
import { incidentOf, type Event } from '../../../engine/seat.ts';
import { contextOf, playing, type Playing, type TableContext } from '../context.ts';
import { beside, projectWorld, spread, type Marker } from '../layout/worldmap.ts';
import { channelsOf, distinct, linesOf, type Line } from '../model/world.ts';
import { halt, move } from '../motion.ts';
import { glow, rounded, type Box, type Brush, type Spot } from '../paint/brush.ts';
import { veil } from '../paint/colour.ts';
import { font, shrunk } from '../paint/letters.ts';
import { paintFlag } from '../paint/placard.ts';
import {
  calloutSize,
  lineColour,
  paintCallout,
  paintLine,
  paintLineTag,
  paintWorld,
} from '../paint/worldmap.ts';
import { PALETTE } from '../palette.ts';
import type { Target } from '../pointing.ts';
import { watch } from '../store.ts';
import { makeSheet, paintAtlas, type Atlas, type Sheet } from '../textures.ts';
import { say, type TableWord } from '../words.ts';
import { loadWorld, type World } from '../world.ts';
import type { TableScene } from './scene.ts';

const LINE_WORD: Readonly<Record<Line['kind'], TableWord>> = {
  suspicion: 'suspected',
  attribution: 'attributed',
  hotline: 'hotline',
  assistance: 'assistance',
  sanction: 'sanction',
  channel: 'channel',
  cut: 'cut',
};

/** More delegations than these have no name beside their flag, unless they are looked at. */
const MOST_NAMES = 40;

/** The world: capitals, incidents, and what is said and done about them. */
export class MapScene extends Phaser.Scene implements TableScene {
  #base: Sheet | undefined;
  #over: Sheet | undefined;
  /** Painted once a scene: rings still running out need it when the next victim is hit. */
  #rings: Atlas | undefined;
  #world: World | undefined;
  #painted = false;
  #projection: GeoProjection | undefined;
  #markers: readonly Marker[] = [];
  #callouts: readonly { readonly id: string; readonly box: Box }[] = [];

  constructor() {
    super('map');
  }

  create(): void {
    const context = contextOf(this.game);
    this.cameras.main.setOrigin(0, 0).setZoom(context.ratio);
    // Built, but not seen until it is its turn.
    this.scene.setVisible(context.views.now() === 'map');
    const now = playing(context);
    if (now === undefined) return;
    const { whole: room, detail } = context.frame();
    const small = detail === 'small';
    this.#projection = projectWorld({
      x: 8,
      y: room.h * (small ? 0.12 : 0.06),
      w: room.w - 16,
      h: room.h * 0.86,
    });
    const homes = now.scenario.delegations.map(({ at }): Spot => {
      const [x, y] = this.#projection?.([at[0], at[1]]) ?? [0, 0];
      return { x, y };
    });
    // A whole world of flags leaves no room for names.
    const bare = small || homes.length > MOST_NAMES;
    const apart = small
      ? homes.length > MOST_NAMES
        ? 9
        : 21
      : bare
        ? 22
        : Math.min(120, Math.max(92, room.w * 0.1));
    this.#markers = spread(homes, apart, room, bare ? 1.3 : apart / 42);
    this.#painted = false;
    this.#base = makeSheet(this, 'world', context.ratio, room);
    this.#over = makeSheet(this, 'world over', context.ratio, room);
    this.#over.image.setDepth(10);
    const show = (): void => this.#show(context);
    const stops = [
      watch(context.store, (screen) => screen.view?.incidents, show),
      watch(context.store, (screen) => screen.focus, show),
      context.views.watch((view) => {
        if (view !== 'map') return;
        this.#show(context);
        this.#arrive(context);
      }),
    ];
    if (context.views.now() === 'map') this.#arrive(context);
    this.events.once('shutdown', () => {
      for (const stop of stops) stop();
      this.#base = undefined;
      this.#over = undefined;
      this.#rings = undefined;
    });
  }

  /** Lands are fetched when the map is first looked at. */
  #arrive(context: TableContext): void {
    if (!this.#painted) this.#paintBase(context);
    if (this.#world === undefined) void this.#fetchWorld(context);
    const latest = playing(context)?.view.incidents.at(-1);
    if (latest !== undefined) this.#pulse(context, latest.victim);
  }

  /** Without lands the capitals still stand on the graticule; the next look asks again. */
  async #fetchWorld(context: TableContext): Promise<void> {
    try {
      this.#world = await loadWorld();
      this.#paintBase(context);
    } catch {
      this.#world = undefined;
    }
  }

  #paintBase(context: TableContext): void {
    const projection = this.#projection;
    if (projection === undefined) return;
    this.#painted = true;
    this.#base?.paint((brush) =>
      paintWorld(brush, context.frame().whole, projection, this.#world?.land, this.#world?.borders),
    );
    context.stir();
  }

  #marker(now: Playing, id: string): Marker | undefined {
    return this.#markers[now.scenario.delegations.findIndex((one) => one.id === id)];
  }

  #show(context: TableContext): void {
    const now = playing(context);
    if (now === undefined || this.#over === undefined || context.views.now() !== 'map') return;
    const frame = context.frame();
    const small = frame.detail === 'small';
    const { focus } = context.store.getState();
    const lines = distinct([...channelsOf(now.scenario, now.view), ...linesOf(now.view)]);
    this.#callouts = this.#placeCallouts(context, now);
    this.#over.repaint(JSON.stringify([now.view.incidents, focus]), (brush) => {
      for (const incident of now.view.incidents) {
        const at = this.#marker(now, incident.victim)?.at;
        if (at !== undefined)
          glow(
            brush,
            at.x,
            at.y,
            small ? 34 : 62,
            small ? 34 : 62,
            PALETTE.alarm,
            incident.truth === undefined ? 0.75 : 0.35,
          );
      }
      for (const line of lines) {
        const ends = this.#ends(now, line);
        if (ends !== undefined) paintLine(brush, line, ends[0], ends[1]);
      }
      for (const [i, delegation] of now.scenario.delegations.entries()) {
        const marker = this.#markers[i];
        if (marker === undefined) continue;
        const looked = focus?.kind === 'delegation' && focus.id === delegation.id;
        paintMarker(
          brush,
          context,
          marker,
          delegation.flag,
          context.words(delegation.placard),
          (small || this.#markers.length > MOST_NAMES) && !(looked && !small),
          looked,
          now.view.own?.delegation === delegation.id,
        );
      }
      // Flags stand above their place, placards below: a tag keeps clear of both.
      const placards = now.scenario.delegations.flatMap(({ id }) => {
        const at = this.#marker(now, id)?.at;
        return at === undefined ? [] : [at, { x: at.x, y: at.y + 22 }];
      });
      for (const line of lines) {
        const ends = this.#ends(now, line);
        if (ends !== undefined && !small && line.confidence !== undefined)
          paintLineTag(brush, line, ends[0], ends[1], say(line.confidence), placards);
      }
      for (const { id, box } of this.#callouts) {
        const incident = now.view.incidents.find((one) => one.id === id);
        const pin = incident === undefined ? undefined : this.#marker(now, incident.victim)?.at;
        if (incident === undefined || pin === undefined) continue;
        const victim = now.scenario.delegations.find((one) => one.id === incident.victim);
        paintCallout(
          brush,
          box,
          pin,
          {
            title: context.words(incidentOf(now.scenario, incident.id).title),
            note: `${victim === undefined ? '' : context.words(victim.placard)} · ${say('damage', { n: incident.damage })}`,
            looked: focus?.kind === 'incident' && focus.id === id,
            over: incident.truth !== undefined,
          },
          small,
          context.ratio,
        );
      }
      paintLegend(brush, frame.whole, lines, now.view.incidents.length === 0, small);
    });
    context.stir();
  }

  #ends(now: Playing, line: Line): readonly [Spot, Spot] | undefined {
    const from = this.#marker(now, line.from)?.at;
    const to = this.#marker(now, line.to)?.at;
    return from === undefined || to === undefined ? undefined : [from, to];
  }

  /** Callouts stand beside their victims, where they hide no flag. */
  #placeCallouts(context: TableContext, now: Playing): readonly { readonly id: string; readonly box: Box }[] {
    const { whole: room, detail, ladder, tabs } = context.frame();
    const small = detail === 'small';
    const size = calloutSize(small);
    const kept: Box[] = [tabs, ladder];
    for (const { at } of this.#markers)
      kept.push(
        small ? { x: at.x - 11, y: at.y - 9, w: 22, h: 18 } : { x: at.x - 42, y: at.y - 14, w: 84, h: 38 },
      );
    const frame: Box = { x: 8, y: 8, w: room.w - 16, h: room.h - (small ? 30 : 50) };
    return now.view.incidents.slice(-4).flatMap(({ id, victim }) => {
      const pin = this.#marker(now, victim)?.at;
      if (pin === undefined) return [];
      const box = beside(pin, size, frame, kept);
      kept.push(box);
      return [{ id, box }];
    });
  }

  /** Rings run out from a victim for some seconds. */
  #pulse(context: TableContext, victim: string): void {
    const now = playing(context);
    const at = now === undefined ? undefined : this.#marker(now, victim)?.at;
    if (at === undefined || context.still()) return;
    this.#rings ??= paintAtlas(this, 'pulse', context.ratio, [
      {
        name: 'pulse',
        box: { x: -70, y: -70, w: 140, h: 140 },
        paint: (brush) => {
          brush.strokeStyle = PALETTE.alarm;
          brush.lineWidth = 4;
          brush.beginPath();
          brush.arc(0, 0, 64, 0, Math.PI * 2);
          brush.stroke();
        },
      },
    ]);
    for (let i = 0; i < 3; i += 1) {
      const ring = this.#rings.put('pulse', at.x, at.y).setDepth(12).setAlpha(0.95);
      const size = ring.scaleX;
      ring.setScale(size * 0.1);
      move(this, context, {
        what: ring,
        to: { scaleX: size * 1.4, scaleY: size * 1.4, alpha: 0 },
        long: 1700,
        after: i * 560,
        repeat: 2,
        ease: 'Quad.easeOut',
        end: () => ring.destroy(),
      });
    }
  }

  witness(event: Event): void {
    if (event.kind !== 'incident-struck') return;
    const context = contextOf(this.game);
    this.#pulse(context, event.victim);
    const image = this.#over?.image;
    if (image === undefined) return;
    halt(this, image);
    image.setAlpha(0.2);
    move(this, context, { what: image, to: { alpha: 1 }, long: 700 });
  }

  targets(): readonly Target[] {
    const context = contextOf(this.game);
    const now = playing(context);
    if (now === undefined) return [];
    const { look } = context.store.getState();
    const small = context.frame().detail === 'small';
    const flags = this.#markers.flatMap(({ at }, i): readonly Target[] => {
      const id = now.scenario.delegations[i]?.id;
      const half = small ? 10 : 18;
      return id === undefined
        ? []
        : [
            {
              name: `delegation:${id}`,
              box: { x: at.x - half, y: at.y - half, w: half * 2, h: half * 2 },
              tap: () => look({ kind: 'delegation', id }),
            },
          ];
    });
    return [
      ...flags,
      ...this.#callouts.map(({ id, box }): Target => ({
        name: `incident:${id}`,
        box,
        tap: () => look({ kind: 'incident', id }),
      })),
    ];
  }
}

const paintMarker = (
  brush: Brush,
  context: TableContext,
  { home, at }: Marker,
  code: string,
  name: string,
  small: boolean,
  looked: boolean,
  own: boolean,
): void => {
  const w = small ? 17 : 29;
  const h = (w / 3) * 2;
  if (Math.hypot(home.x - at.x, home.y - at.y) > 6) {
    brush.strokeStyle = veil('#bcd9f7', 0.6);
    brush.lineWidth = 1;
    brush.beginPath();
    brush.moveTo(home.x, home.y);
    brush.lineTo(at.x, at.y);
    brush.stroke();
  }
  brush.fillStyle = PALETTE.brassLight;
  brush.beginPath();
  brush.arc(home.x, home.y, small ? 1.6 : 2.6, 0, Math.PI * 2);
  brush.fill();
  if (looked || own) glow(brush, at.x, at.y, w * 1.3, w * 1.1, PALETTE.blue, looked ? 1 : 0.7);
  brush.fillStyle = own ? PALETTE.blue : PALETTE.cream;
  rounded(brush, { x: at.x - w / 2 - 2, y: at.y - h / 2 - 2, w: w + 4, h: h + 4 }, 3);
  brush.fill();
  paintFlag(brush, context.flag(code), { x: at.x - w / 2, y: at.y - h / 2, w, h });
  if (small) return;
  const words = shrunk(brush, name, 'sans', own ? 700 : 550, 11, 9, 110);
  const wide = brush.measureText(words).width;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = veil('#050d18', 0.66);
  rounded(brush, { x: at.x - wide / 2 - 5, y: at.y + h / 2 + 4, w: wide + 10, h: 15 }, 4);
  brush.fill();
  brush.fillStyle = '#eaf3fd';
  brush.fillText(words, at.x, at.y + h / 2 + 12);
};

const paintLegend = (
  brush: Brush,
  frame: Box,
  lines: readonly Line[],
  calm: boolean,
  small: boolean,
): void => {
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  const y = frame.y + frame.h - (small ? 8 : 14);
  brush.fillStyle = veil('#cfe2f6', 0.66);
  brush.fillText(
    shrunk(brush, say('borders'), 'sans', 400, small ? 7.5 : 11, 6.5, frame.w * (small ? 0.96 : 0.6)),
    frame.x + (small ? 6 : 16),
    y,
  );
  if (calm) {
    brush.fillStyle = veil('#cfe2f6', 0.85);
    brush.font = font('serif', small ? 12 : 17, 500);
    brush.textAlign = 'center';
    brush.fillText(say('calmWorld'), frame.x + frame.w / 2, y - (small ? 16 : 30));
    return;
  }
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  let x = frame.x + frame.w - (small ? 8 : 20);
  brush.font = font('sans', small ? 9 : 12, 550);
  brush.textAlign = 'right';
  for (const kind of kinds) {
    const words = say(LINE_WORD[kind]);
    const top = y - (small ? 12 : 0);
    brush.fillStyle = '#eaf3fd';
    brush.fillText(words, x, top);
    x -= brush.measureText(words).width + 6;
    brush.strokeStyle = lineColour(kind);
    brush.lineWidth = 3;
    brush.beginPath();
    brush.moveTo(x - (small ? 12 : 20), top);
    brush.lineTo(x, top);
    brush.stroke();
    x -= small ? 20 : 36;
  }
};
