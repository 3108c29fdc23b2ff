import { describe, expect, it } from 'vitest';
import type { Command, Undertaking } from '../../src/engine/seat.ts';
import { given, offerOf, one, three, two } from './given.ts';
import { channel, club, dialogue, elsewhere, firstRead, language, seaRules } from './world.ts';

const world = { world: true } as const;
const step = (track: typeof channel, wanted: 'enter' | 'leave' | 'suspend' | 'resume'): Command => ({
  kind: 'track',
  track,
  step: wanted,
});
const point = (by: typeof one, to: typeof one, what = dialogue): Undertaking => ({
  kind: 'point',
  by,
  to,
  track: channel,
  point: what,
});

/** Both members of the channel are in the room, in the first corridor. */
const inTheRoom = () =>
  given(world).when(one, step(channel, 'enter')).when(two, step(channel, 'enter')).at('corridor');

describe('a side track', () => {
  it('is entered by members, at its price, and left again', () => {
    const game = given(world);
    const before = game.tokens(0, 0);
    game.when(one, step(channel, 'enter')).gives('tokens-moved', 'track-step');
    expect(game.tokens(0, 0)).toBe(before - 1);
    expect(game.state.tracks[0]?.present).toEqual([one]);
    game.when(one, step(channel, 'enter')).refused({ refused: 'no-change' });
    game.when(one, step(channel, 'leave')).gives('track-step');
    game.when(one, step(channel, 'leave')).refused({ refused: 'not-in-the-room' });
    game.when(three, step(channel, 'enter')).refused({ refused: 'not-a-member', delegation: three });
  });

  it('meets only in its sessions, and not while it is suspended', () => {
    given(world).when(one, step(club, 'enter')).refused({ refused: 'track-not-meeting', from: 1, to: 2 });
    const later = given(world).at('briefing', 1);
    later.when(one, step(club, 'enter')).refused({ refused: 'track-closed' });
    later.when(one, step(club, 'resume')).gives('track-step');
    expect(later.state.tracks[1]?.open).toBe(false);
    later.when(one, step(club, 'resume')).refused({ refused: 'no-change' });
    later.when(two, step(club, 'resume')).gives('track-step');
    expect(later.state.tracks[1]).toMatchObject({ open: true, calls: [] });
    later.when(one, step(club, 'enter')).gives('track-step');
  });

  it('is left empty by a new session', () => {
    expect(inTheRoom().at('briefing', 1).state.tracks[0]?.present).toEqual([]);
  });

  it('agreed points are worth what the mandate says, change others’ alternatives, and calm', () => {
    const game = inTheRoom();
    const reservation = game.state.mandates[2]?.reservation ?? 0;
    const { tension } = game.state;
    game.when(one, offerOf([two], [point(one, two)], true)).gives('offered');
    game.when(two, { kind: 'accept', offer: game.state.offers[0]?.id ?? ('' as never), because: [] });
    game.gives('deal-struck', 'point-agreed', 'tension-moved', 'instructed');
    expect(game.state.tracks[0]?.agreed).toMatchObject([{ point: dialogue, parties: [one, two] }]);
    expect(game.state.tension).toBe(tension - 3);
    expect(game.state.mandates[2]?.reservation).toBe(Math.max(0, reservation - 100));
    game.when(one, offerOf([two], [point(one, two)])).refused({ refused: 'already-agreed' });
  });

  it('language agreed there comes to the plenary in brackets, supported by its parties', () => {
    const game = inTheRoom();
    game.when(one, offerOf([two], [point(one, two, seaRules)]));
    game.when(two, { kind: 'accept', offer: game.state.offers[0]?.id ?? ('' as never), because: [] });
    game.gives('point-agreed');
    const article = game.state.articles[0];
    expect([article?.option, ...(article?.brackets ?? [])]).toContain(1);
    expect(game.state.stances[0]?.[0]?.[1]).toBe('support');
    expect(game.state.stances[1]?.[0]?.[1]).toBe('support');
  });

  it('nobody agrees who is not there, nor fewer than are needed', () => {
    given(world)
      .when(one, step(channel, 'enter'))
      .at('corridor')
      .when(one, offerOf([two], [point(one, two)]))
      .refused({ refused: 'not-in-the-room', delegation: two });
    const game = given(world).at('briefing', 1);
    for (const seat of [one, two]) game.when(seat, step(club, 'resume'));
    for (const seat of [one, two]) game.when(seat, step(club, 'enter'));
    game
      .at('corridor', 1)
      .when(one, offerOf([two], [{ kind: 'point', by: one, to: two, track: club, point: language }]))
      .refused({ refused: 'too-few-parties', needs: 3 });
  });

  it('suspending it costs the other members’ trust, and an incident then costs every member', () => {
    const game = given({ ...world, incidents: 100, seed: 'rupture' });
    const trust = game.trust(1, 0);
    game.when(one, step(channel, 'suspend')).gives('track-step', 'trust-moved');
    expect(game.trust(1, 0)).toBe(Math.max(0, trust - 6));
    game.when(two, step(channel, 'suspend')).refused({ refused: 'track-closed' });
    game.at('capital', 2);
    const felt = game
      .log()
      .filter((event) => event.kind === 'instructed' && event.why.code === 'rupture')
      .map((event) => (event.kind === 'instructed' ? event.delegation : undefined));
    expect(felt.length).toBeGreaterThan(0);
    expect(new Set(felt)).toEqual(new Set([one, two]));
  });

  it('a parallel negotiation goes its own way, sooner if members work there, and cannot be suspended', () => {
    const reached = (workers: number): number =>
      Array.from({ length: 60 }, (_, seed) => {
        const game = given({ ...world, seed: `parallel-${seed}` });
        for (const seat of [one, two, three].slice(0, workers)) game.when(seat, step(elsewhere, 'enter'));
        return game.at('briefing', 1).state.tracks[2]?.agreed.length ?? 0;
      }).reduce((sum, count) => sum + count, 0);
    const [alone, busy] = [reached(0), reached(3)];
    expect(busy).toBeGreaterThan(alone + 15);
    given(world).when(one, step(elsewhere, 'suspend')).refused({ refused: 'track-goes-on' });
  });

  it('what a parallel negotiation reaches does what its point says', () => {
    const found = Array.from({ length: 20 }, (_, seed) => given({ ...world, seed: `opens-${seed}` }))
      .map((game) => game.at('briefing', 1).state)
      .find((state) => state.tracks[2]?.agreed[0]?.point === firstRead);
    expect(found?.tracks[1]?.open).toBe(true);
  });
});
