import Phaser from 'phaser';
import type { DelegationId, Event } from '../../../engine/seat.ts';
import { contextOf, playing, type TableContext } from '../context.ts';
import { seatHorseshoe, type Horseshoe } from '../layout/horseshoe.ts';
import { makeLens } from '../layout/lens.ts';
import { seatedIn } from '../model/hall.ts';
import { answersUnder, posturesOf, seatOf } from '../model/room.ts';
import { paintBoard, paintLight, paintVignette } from '../paint/air.ts';
import { paintRoom } from '../paint/room.ts';
import type { Target } from '../pointing.ts';
import { watch } from '../store.ts';
import { makeSheet } from '../textures.ts';
import { paintChamberAtlas, placardHigh } from './chamber-atlas.ts';
import { Dais } from './dais.ts';
import { DelegateFigure } from './delegate.ts';
import { Finale } from './finale.ts';
import { Speech } from './speech.ts';
import type { TableScene } from './scene.ts';
import { TreatyScroll } from './treaty.ts';
import { remarkOf } from '../model/remark.ts';

/** The chamber: horseshoe, Chair, treaty. */
export class ChamberScene extends Phaser.Scene implements TableScene {
  #delegates: DelegateFigure[] = [];
  #dais: Dais | undefined;
  #scroll: TreatyScroll | undefined;
  #speech: Speech | undefined;
  #finale: Finale | undefined;

  constructor() {
    super('chamber');
  }

  create(): void {
    const context = contextOf(this.game);
    this.cameras.main.setOrigin(0, 0).setZoom(context.ratio);
    // Built, but not seen until it is its turn.
    this.scene.setVisible(context.views.now() === 'chamber');
    const now = playing(context);
    if (now === undefined) {
      // Nobody has come yet: the room alone.
      this.#paintStill(context, seatHorseshoe(12, makeLens(context.frame().room)));
      return;
    }
    const { scenario, view } = now;
    const frame = context.frame();
    const lens = makeLens(frame.room);
    const ownIndex = view.own?.index ?? -1;
    const sitting = seatedIn(scenario, ownIndex);
    const laid = seatHorseshoe(sitting.length, lens);
    // A seat knows its delegation's place in the scenario: of a large conference only some are drawn.
    const room = {
      ...laid,
      seats: laid.seats.map((seat) => ({ ...seat, index: sitting[seat.index] ?? seat.index })),
    };
    this.#paintStill(context, room);
    const atlas = paintChamberAtlas(this, context, scenario, room, frame, ownIndex);
    this.#dais = new Dais(this, context, room.podium, atlas);
    const answers = answersUnder(scenario.procedure);
    this.#delegates = room.seats.flatMap((seat) => {
      const delegation = scenario.delegations[seat.index];
      if (delegation === undefined) return [];
      const high = placardHigh(seat.wide, frame.detail === 'small');
      const own = seat.index === ownIndex;
      return [new DelegateFigure(this, context, seat, delegation.id, atlas, own, high, answers)];
    });
    this.#scroll = new TreatyScroll(this, context, frame.scroll, scenario, atlas, 20_000);
    this.#speech = new Speech(this, context, 40_000);
    this.#finale = new Finale(this, context, atlas, frame, scenario, 30_000);
    this.#follow(context);
  }

  /** What stands still: painted once. */
  #paintStill(context: TableContext, room: Horseshoe): void {
    const { room: box, whole, detail } = context.frame();
    const now = playing(context);
    const lens = makeLens(box);
    const drawn = now === undefined ? [] : seatedIn(now.scenario, now.view.own?.index ?? -1);
    const flags = drawn.map((place) => context.flag(now?.scenario.delegations[place]?.flag ?? ''));
    const head = room.podium.figure.y - room.podium.tall;
    const r = Math.max(12, Math.min(box.h * 0.055, head * 0.36));
    if (whole.h > box.h)
      makeSheet(this, 'desk', context.ratio, whole).paint((brush) => paintBoard(brush, whole));
    makeSheet(this, 'room', context.ratio, box).paint((brush) =>
      paintRoom(brush, box, lens, detail === 'small' ? [] : flags, {
        x: box.x + box.w / 2,
        y: Math.max(r * 1.25, head - r * 1.25),
        r,
      }),
    );
    // Soft pictures need no sharpness: painted small, shown large.
    for (const [key, paint] of [
      ['light', paintLight],
      ['vignette', paintVignette],
    ] as const) {
      const sheet = makeSheet(this, key, 0.25, { x: 0, y: 0, w: box.w, h: box.h });
      sheet.paint((brush) => paint(brush, box));
      sheet.image.setPosition(box.x, box.y).setDepth(15_000);
      if (key === 'light') sheet.image.setBlendMode(Phaser.BlendModes.ADD);
    }
  }

  #follow(context: TableContext): void {
    let jumps = context.store.getState().film?.jump;
    const show = (first: boolean): void => {
      const { scenario, view, focus, thinking, film } = context.store.getState();
      if (scenario === undefined || view === undefined) return;
      const jumped = film?.jump !== jumps;
      jumps = film?.jump;
      if (jumped) this.#speech?.clear();
      const atOnce = first || jumped;
      const postures = posturesOf(scenario, view, focus, thinking);
      for (const delegate of this.#delegates) {
        const posture = postures[delegate.id];
        if (posture !== undefined) delegate.take(posture, atOnce);
      }
      this.#scroll?.show(scenario, view, focus, atOnce);
      this.#finale?.show(view, atOnce);
      context.stir();
    };
    show(true);
    let first = true;
    const seen = (): void => {
      if (!first) show(false);
    };
    const stops = [
      watch(context.store, (screen) => screen.view, seen),
      watch(context.store, (screen) => screen.focus, seen),
      watch(context.store, (screen) => screen.thinking, seen),
    ];
    first = false;
    this.events.once('shutdown', () => {
      for (const stop of stops) stop();
      this.#delegates = [];
    });
  }

  /** What has just happened, in motion. */
  witness(event: Event): void {
    const context = contextOf(this.game);
    const scenario = context.store.getState().scenario;
    if (scenario === undefined) return;
    const delegate = (id: DelegationId): DelegateFigure | undefined => {
      const place = seatOf(scenario, id);
      return this.#delegates.find((figure) => figure.id === place);
    };
    const { kind } = event;
    // What was said in one phase does not hang over the next.
    if (kind === 'phase-opened') this.#speech?.clear();
    if (kind === 'phase-opened' || kind === 'text-put' || kind === 'decided') this.#dais?.strike();
    else if (kind === 'spoke') {
      delegate(event.by)?.speak();
      this.#speech?.statement(scenario, event, delegate(event.by)?.head);
    } else if (kind === 'replied') {
      delegate(event.by)?.speak();
      this.#speech?.reply(scenario, event, delegate(event.by)?.head);
    } else if (kind === 'position-taken') {
      delegate(event.by)?.raise();
      this.#speech?.position(scenario, event, delegate(event.by)?.head);
      this.#scroll?.nudge(scenario.articles.findIndex(({ id }) => id === event.position.article));
    } else if (kind === 'amended') {
      delegate(event.by)?.raise();
      this.#speech?.amendment(scenario, event, delegate(event.by)?.head);
      this.#scroll?.nudge(scenario.articles.findIndex(({ id }) => id === event.article));
    } else if (kind === 'answered') delegate(event.by)?.raise();
    else {
      const said = remarkOf(scenario, event, (words) => context.words(words));
      if (said === undefined) return;
      delegate(said.by)?.speak();
      this.#speech?.remark(said.words, said.tone, delegate(said.by)?.head);
    }
  }

  targets(): readonly Target[] {
    const context = contextOf(this.game);
    const now = playing(context);
    if (now === undefined) return [];
    const { look } = context.store.getState();
    const seats = this.#delegates
      .toSorted((a, b) => a.box.y - b.box.y)
      .flatMap((delegate): readonly Target[] => {
        const id = now.scenario.delegations[delegate.id]?.id;
        return id === undefined
          ? []
          : [{ name: `delegation:${id}`, box: delegate.box, tap: () => look({ kind: 'delegation', id }) }];
      });
    const lines = (this.#scroll?.plan.lines ?? []).flatMap((box, k): readonly Target[] => {
      const id = now.scenario.articles[k]?.id;
      return id === undefined
        ? []
        : [{ name: `article:${id}`, box, tap: () => look({ kind: 'article', id }) }];
    });
    return [...seats, ...lines];
  }
}
