import Phaser from 'phaser';
import type { DelegationId, Event, OfferId, Undertaking } from '../../../engine/seat.ts';
import type { PackageAppraisal } from '../../session/contract.ts';
import { contextOf, playing, type TableContext } from '../context.ts';
import { layCorridor, type CorridorPlan } from '../layout/corridor.ts';
import { standingIn } from '../model/hall.ts';
import { undertake, type Card, type Parties, type Side } from '../model/deck.ts';
import { cardFace } from '../model/faces.ts';
import { approach, clear, lay } from '../model/mat.ts';
import { canOffer, NEW_TALK, type Talk } from '../model/talk.ts';
import { halt, move } from '../motion.ts';
import { glow, type Box, type Spot } from '../paint/brush.ts';
import { paintCard } from '../paint/card.ts';
import { lookOf, paintFigure } from '../paint/figure.ts';
import { paintHall } from '../paint/hall.ts';
import { inside, type Target } from '../pointing.ts';
import { watch } from '../store.ts';
import { makeSheet, type Sheet } from '../textures.ts';
import { leftOf, paintPlay, playKey } from './corridor-paint.ts';
import { paintPeople, paintRow, paintRowLight, rowKey } from './corridor-row.ts';
import { corridorTargets } from './corridor-targets.ts';
import type { TableScene } from './scene.ts';

/** Who stands at the two sides of the mat. */
interface Standing {
  readonly left: DelegationId | undefined;
  readonly right: DelegationId | undefined;
}

const NOBODY: Standing = { left: undefined, right: undefined };

/** The corridor: whom one talks to, the mat between the two, and the hand. */
export class CorridorScene extends Phaser.Scene implements TableScene {
  #plan: CorridorPlan | undefined;
  #talk: Talk = NEW_TALK;
  #row: Sheet | undefined;
  #light: Sheet | undefined;
  #play: Sheet | undefined;
  #held: Sheet | undefined;
  #partner: Sheet | undefined;
  #mine: Sheet | undefined;
  #shown: Standing = NOBODY;
  #holding:
    | { readonly card: Card; readonly side: Side; readonly home: Box }
    | { readonly slip: number }
    | undefined;
  #asked = 0;
  #question = '';

  constructor() {
    super('corridor');
  }

  create(): void {
    const context = contextOf(this.game);
    this.cameras.main.setOrigin(0, 0).setZoom(context.ratio);
    // Built, but not seen until it is its turn.
    this.scene.setVisible(context.views.now() === 'corridor');
    const now = playing(context);
    if (now === undefined) return;
    const frame = context.frame();
    const others = standingIn(now.scenario, now.view.own?.index ?? -1).length;
    const plan = layCorridor(frame, others, context.store.getState().film === undefined);
    this.#plan = plan;
    this.#shown = NOBODY;
    this.#mine = undefined;
    this.#partner = undefined;
    this.#held = undefined;
    this.#question = '';
    const handTop = plan.hand ? plan.trays.give.box.y - (plan.single ? 2 : 8) : frame.height + 1;
    makeSheet(this, 'hall', context.ratio, frame.whole).paint((brush) =>
      paintHall(brush, frame.whole, plan.floor, handTop),
    );
    const row = { x: 0, y: 0, w: frame.width, h: plan.mat.box.y };
    this.#light = makeSheet(this, 'row light', context.ratio / 2, row);
    makeSheet(this, 'people', context.ratio, row).paint((brush) => paintPeople(brush, now, plan));
    this.#row = makeSheet(this, 'row', context.ratio, row);
    this.#setBusts(context, plan);
    this.#play = makeSheet(this, 'play', context.ratio, {
      x: 0,
      y: plan.mat.box.y - 30,
      w: frame.width,
      h: frame.height - plan.mat.box.y + 30,
    });
    this.#play.image.setDepth(20);
    context.named.set('mat', this.#play.image);
    this.#follow(context);
  }

  #setBusts(context: TableContext, plan: CorridorPlan): void {
    if (plan.busts === undefined) return;
    const { me, partner, tall } = plan.busts;
    const box = { x: me.x - tall * 0.6, y: me.y - tall * 1.1, w: tall * 1.2, h: tall * 1.16 };
    this.#mine = makeSheet(this, 'bust me', context.ratio, box);
    this.#partner = makeSheet(this, 'bust partner', context.ratio, { ...box, x: partner.x - tall * 0.6 });
  }

  #follow(context: TableContext): void {
    const show = (): void => this.#show(context);
    const stops = [
      watch(context.store, (screen) => screen.mat, show),
      watch(context.store, (screen) => screen.film, show),
      watch(context.store, (screen) => screen.view, show),
      watch(context.store, (screen) => screen.thinking, show),
      watch(context.store, (screen) => screen.busy, show),
      context.views.watch(show),
    ];
    this.events.once('shutdown', () => {
      for (const stop of stops) stop();
      this.#plan = undefined;
    });
  }

  #show(context: TableContext): void {
    const now = playing(context);
    const plan = this.#plan;
    if (now === undefined || plan === undefined || this.#play === undefined) return;
    // What nobody looks at is painted when somebody comes.
    if (context.views.now() !== 'corridor') return;
    const screen = context.store.getState();
    this.#appraise(context);
    const key = rowKey(now, screen);
    this.#light?.repaint(key, (brush) => paintRowLight(brush, now, screen, plan));
    this.#row?.repaint(key, (brush) => paintRow(brush, context, now, screen, plan));
    this.#play.repaint(playKey(now, screen, this.#talk), (brush) =>
      paintPlay(brush, context, now, screen, plan, this.#talk),
    );
    this.#showBusts(context, plan, { left: leftOf(now, screen), right: screen.mat.partner });
    context.stir();
  }

  /** The two between whom the mat lies. Whoever is at home there stands already; another one steps up. */
  #showBusts(context: TableContext, plan: CorridorPlan, next: Standing): void {
    if (plan.busts === undefined) return;
    const { me, partner, tall } = plan.busts;
    const before = this.#shown;
    this.#shown = next;
    const first = before === NOBODY;
    if (next.left !== before.left || first)
      this.#stand(context, this.#mine, me, tall, { id: next.left, gaze: 0.9, from: first ? 0 : -90 });
    if (next.right !== before.right || first)
      this.#stand(context, this.#partner, partner, tall, { id: next.right, gaze: -0.9, from: 90 });
  }

  #stand(
    context: TableContext,
    sheet: Sheet | undefined,
    at: Spot,
    tall: number,
    {
      id,
      gaze,
      from,
    }: { readonly id: DelegationId | undefined; readonly gaze: number; readonly from: number },
  ): void {
    const now = playing(context);
    if (sheet === undefined || now === undefined) return;
    const place = now.scenario.delegations.findIndex((one) => one.id === id);
    sheet.paint((brush) => {
      if (place < 0 || id === undefined) return;
      glow(brush, at.x, at.y - tall * 0.6, tall * 0.7, tall * 0.6, '#ffd58a', 0.4);
      brush.translate(at.x, at.y);
      paintFigure(brush, lookOf(id, place), tall, gaze);
    });
    if (from === 0) return;
    halt(this, sheet.image);
    sheet.image.setX(sheet.box.x + from).setAlpha(0);
    move(this, context, {
      what: sheet.image,
      to: { x: sheet.box.x, alpha: 1 },
      long: 360,
      ease: 'Cubic.easeOut',
    });
  }

  /** Asks what the package would do; only the answer to the latest question counts. */
  #appraise(context: TableContext): void {
    const { mat, view } = context.store.getState();
    const me = view?.own?.delegation;
    const question =
      me === undefined || mat.partner === undefined
        ? ''
        : JSON.stringify([mat, view?.own?.mandate, view?.articles, view?.stances]);
    if (question === this.#question) return;
    this.#question = question;
    this.#asked += 1;
    if (mat.partner === undefined || me === undefined || mat.undertakings.length === 0) {
      this.#talk = { ...this.#talk, appraisal: undefined };
      return;
    }
    void this.#ask(context, this.#asked, mat.undertakings, [me, mat.partner], mat.open);
  }

  async #ask(
    context: TableContext,
    asked: number,
    undertakings: readonly Undertaking[],
    parties: readonly DelegationId[],
    open: boolean,
  ): Promise<void> {
    let appraisal: PackageAppraisal | undefined;
    try {
      appraisal = await context.session.appraise(undertakings, parties, open);
    } catch {
      // A host that has gone away shows nothing rather than an old figure.
      appraisal = undefined;
    }
    if (asked !== this.#asked) return;
    this.#talk = { ...this.#talk, appraisal };
    this.#show(context);
  }

  witness(event: Event): void {
    const context = contextOf(this.game);
    if (event.kind === 'offered' || event.kind === 'deal-struck' || event.kind === 'offer-declined')
      this.#show(context);
  }

  targets(): readonly Target[] {
    const context = contextOf(this.game);
    const now = playing(context);
    if (now === undefined || this.#plan === undefined) return [];
    return corridorTargets(context, now, this.#plan, this.#talk, {
      turn: (talk) => {
        this.#talk = talk;
        this.#show(context);
      },
      meet: (id) => this.meet(id),
      play: (card, side) => this.#playCard(context, card, side),
      hold: (card, side, home) => this.#hold(context, card, side, home),
      holdSlip: (slip) => {
        this.#holding = { slip };
      },
      carry: (at) => this.#carry(at),
      drop: (at) => this.#drop(context, at),
      over: (card, side, home, on) => this.#over(context, card, side, home, on),
      offer: () => void this.#offer(context),
      consider: (offer) => {
        const { mat, setMat, look } = context.store.getState();
        setMat({ ...mat, undertakings: offer.undertakings, open: offer.open });
        look({ kind: 'offer', id: offer.id });
      },
      answer: (kind, offer) => void this.#answer(context, kind, offer),
    });
  }

  /** Turns to another delegation. */
  meet(id: DelegationId): void {
    const { store } = contextOf(this.game);
    const { mat, setMat, look } = store.getState();
    look({ kind: 'delegation', id });
    if (mat.partner !== id) setMat(approach(mat, id));
  }

  #parties(context: TableContext): Parties | undefined {
    const { view, mat } = context.store.getState();
    const me = view?.own?.delegation;
    return me === undefined || mat.partner === undefined ? undefined : { me, partner: mat.partner };
  }

  #playCard(context: TableContext, card: Card, side: Side): void {
    const parties = this.#parties(context);
    if (parties === undefined) return;
    const { mat, setMat } = context.store.getState();
    context.sounds.play('card');
    setMat(lay(mat, undertake(card, side, parties), card.kind === 'tokens' ? card.left : undefined));
  }

  #cardSheet(context: TableContext, card: Card, side: Side, home: Box): Sheet | undefined {
    const now = playing(context);
    if (now === undefined) return undefined;
    const face = cardFace(now.scenario, card, side, context.words);
    const sheet = makeSheet(this, 'held', context.ratio, {
      x: home.x - 26,
      y: home.y - 26,
      w: home.w + 52,
      h: home.h + 52,
    });
    sheet.paint((brush) => paintCard(brush, home, face, context.ratio, true));
    sheet.image.setDepth(60);
    return sheet;
  }

  #over(context: TableContext, card: Card, side: Side, home: Box, on: boolean): void {
    if (this.#holding !== undefined) return;
    this.#held?.image.destroy();
    this.#held = on ? this.#cardSheet(context, card, side, home) : undefined;
    if (this.#held !== undefined)
      move(this, context, {
        what: this.#held.image,
        to: { y: this.#held.box.y - 9 },
        long: 120,
        ease: 'Quad.easeOut',
      });
  }

  #hold(context: TableContext, card: Card, side: Side, home: Box): void {
    this.#holding = { card, side, home };
    this.#held?.image.destroy();
    this.#held = this.#cardSheet(context, card, side, home);
    context.sounds.play('card');
  }

  #carry(at: Spot): void {
    const sheet = this.#held;
    if (sheet === undefined) return;
    halt(this, sheet.image);
    sheet.image.setPosition(at.x - sheet.box.w / 2, at.y - sheet.box.h / 2).setAngle(-2.5);
  }

  #drop(context: TableContext, at: Spot | undefined): void {
    const holding = this.#holding;
    this.#holding = undefined;
    const plan = this.#plan;
    if (holding === undefined || plan === undefined) return;
    const onMat = at !== undefined && inside(plan.mat.box, at);
    if ('slip' in holding) {
      const { mat, setMat } = context.store.getState();
      if (at !== undefined && !onMat) setMat(clear(mat, holding.slip));
      return;
    }
    const sheet = this.#held;
    this.#held = undefined;
    if (onMat) {
      sheet?.image.destroy();
      this.#playCard(context, holding.card, holding.side);
      return;
    }
    if (sheet === undefined) return;
    move(this, context, {
      what: sheet.image,
      to: { x: sheet.box.x, y: sheet.box.y, angle: 0 },
      long: 240,
      ease: 'Back.easeOut',
      end: () => sheet.image.destroy(),
    });
  }

  async #offer(context: TableContext): Promise<void> {
    const { view, mat } = context.store.getState();
    if (view === undefined || mat.partner === undefined || !canOffer(view, mat)) return;
    context.sounds.play('paper');
    const { partner, undertakings, open } = mat;
    const refusal = await context.session.send({
      kind: 'offer',
      to: [partner],
      undertakings,
      open,
      expires: view.session,
      because: [],
    });
    if (refusal !== undefined) return;
    const { mat: now, setMat } = context.store.getState();
    setMat({ ...now, undertakings: [] });
  }

  /** Their package lies on the mat as they made it: taken, or given back. Reasons are given in the panel. */
  async #answer(context: TableContext, kind: 'accept' | 'decline', offer: OfferId): Promise<void> {
    context.sounds.play('paper');
    const refusal = await context.session.send(
      kind === 'accept' ? { kind, offer, because: [] } : { kind, offer, because: [], wouldChange: [] },
    );
    if (refusal !== undefined) return;
    const { mat, setMat } = context.store.getState();
    setMat({ ...mat, undertakings: [] });
  }
}
