import { z } from 'zod';
import type { Scenario } from '../engine/seat.ts';
import { command } from './command.ts';
import { pollForm, reflecting, TAGS } from './debrief.ts';
import { intervention } from './intervention.ts';
import type { RoomRefusal } from './refusal.ts';
import type { Sealed } from './sealed.ts';
import {
  commandId,
  key,
  OPEN_ROLES,
  pauseReason,
  personId,
  PRESETS,
  roomCode,
  seatCode,
  seatOf,
  someSettings,
  type PersonId,
  type Role,
  type RoomCard,
  type RoomCode,
  type ShelfCard,
} from './room.ts';
import { SPOTLIGHTS, type RoomSummary, type TimelineEntry } from './sight.ts';
import { channelId, phrase, TEXT_LENGTH } from './talk.ts';
import { delegationId, place } from './words.ts';

const ask = <A extends string>(value: A) => ({ ask: z.literal(value) });
/** What changes the room carries an id: sent twice, it is done once and answered alike. */
const act = <A extends string>(value: A) => ({ ask: z.literal(value), id: commandId });

export const NAME_LENGTH = 24;
/** Longer ones are cut to be refused with the limit, not with "not in form". */
const nickname = z.string().max(200);
const freeText = z.string().trim().min(1).max(TEXT_LENGTH);

/** When a planned inject is due. Sessions by index. */
export const condition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('phase'), session: place, phase: z.string().max(20) }),
  z.strictObject({ on: z.literal('tension'), least: z.int().min(0).max(100) }),
  z.strictObject({ on: z.literal('tension-below'), most: z.int().min(0).max(100) }),
  z.strictObject({ on: z.literal('deals'), least: z.int().min(0).max(1_000) }),
  z.strictObject({ on: z.literal('no-deal-by'), session: place }),
  z.strictObject({ on: z.literal('draft'), number: z.int().min(1).max(100) }),
  z.strictObject({ on: z.literal('settled'), least: z.int().min(0).max(200) }),
  /** Minutes of play, pauses left out. */
  z.strictObject({ on: z.literal('minutes'), least: z.int().min(0).max(1_000) }),
]);
export type Condition = Readonly<z.output<typeof condition>>;

export const source = z.union([
  z.strictObject({ shelf: z.string().min(1).max(80) }),
  /** The answer of `POST /scenarios`. */
  z.strictObject({ upload: z.string().regex(/^[\w-]{8,64}$/u) }),
]);

/** Before one is in a room. */
const outside = [
  z.strictObject(ask('shelf')),
  z.strictObject({ ...ask('knock'), room: roomCode }),
  z.strictObject({
    ...act('create'),
    version: z.int(),
    scenario: source,
    preset: z.enum(PRESETS),
    /** Any text; none: the server draws one. */
    seed: z.string().min(1).max(80).exactOptional(),
    settings: someSettings,
    /** The facilitator's own name. */
    name: nickname,
    /** Rooms side by side with the same seed; one key opens them all. */
    rooms: z.int().min(1).max(8),
    /** Where the server asks for one. */
    password: z.string().max(200).exactOptional(),
  }),
  z.strictObject({
    ...act('join'),
    version: z.int(),
    room: roomCode,
    name: nickname,
    role: z.enum(OPEN_ROLES),
    /** Where one may choose; none: where people are fewest. */
    seat: delegationId.exactOptional(),
    /** The print of the scenario one has already. */
    have: z.string().max(80).exactOptional(),
  }),
  /** Comes back, on this or another device; also by an invitation or the host's key. */
  z.strictObject({
    ...ask('enter'),
    version: z.int(),
    room: roomCode,
    key,
    have: z.string().max(80).exactOptional(),
  }),
  /** Takes a seat over to this device, by the short code that another one shows. */
  z.strictObject({
    ...act('redeem'),
    version: z.int(),
    room: roomCode,
    code: seatCode,
    have: z.string().max(80).exactOptional(),
  }),
] as const;

/** In a room. */
const everybody = [
  /** The whole sight again. */
  z.strictObject(ask('again')),
  /** Gets up for good; the seat is free at once. Closing the page is not leaving. */
  z.strictObject(act('leave')),
  z.strictObject({ ...act('name'), name: nickname }),
  z.strictObject({ ...act('ready'), ready: z.boolean() }),
  z.strictObject({ ...act('help'), help: z.boolean() }),
  /** A short code that brings a seat to another device: one's own, or for a facilitator somebody's. An earlier one is good no more. */
  z.strictObject({ ...act('device-code'), person: personId.exactOptional() }),
  z.strictObject({
    ...act('answer-poll'),
    poll: place,
    choices: z.array(place).max(10),
    text: freeText.exactOptional(),
  }),
  z.strictObject({
    ...act('mark'),
    tag: z.enum(TAGS),
    text: z.string().trim().max(TEXT_LENGTH),
    about: seatOf.exactOptional(),
  }),
  z.strictObject({ ...act('unmark'), mark: place }),
  /** What somebody says of the game, instead of what they said before. */
  z.strictObject({ ...act('reflect'), said: reflecting }),
  z.strictObject({
    ...ask('file'),
    /**
     * `figures`: what one's own seat may know of a finished game while its cards lie covered. `branch`: the game file of a branch
     * that was played, by its number.
     */
    which: z.enum(['game', 'log', 'talk', 'answers', 'marks', 'figures', 'branch']),
    branch: place.exactOptional(),
  }),
] as const;

/** Whoever belongs to a seat. */
const seated = [
  z.strictObject({ ...act('move'), command }),
  z.strictObject({ ...act('back'), proposal: place, agree: z.boolean() }),
  z.strictObject({
    ...act('say'),
    channel: channelId,
    phrase: phrase.exactOptional(),
    text: freeText.exactOptional(),
  }),
  /** A group channel of these seats and one's own; it exists from its first message. The answer names it. */
  z.strictObject({ ...ask('group'), members: z.array(seatOf).min(2).max(30) }),
  z.strictObject({ ...act('team-notes'), text: z.string().max(2_000) }),
  z.strictObject(act('read-stood-in')),
  z.strictObject({ ...act('headline'), text: freeText, about: z.array(seatOf).max(10) }),
] as const;

/** Facilitators. */
const running = [
  z.strictObject({ ...act('settings'), settings: someSettings }),
  /** Planned seconds of every stretch, in the plan's order. */
  z.strictObject({ ...act('plan'), seconds: z.array(z.int().min(0).max(86_400)).max(200) }),
  /** `despite`: also where checks are not in order. */
  z.strictObject({ ...act('start'), despite: z.boolean() }),
  z.strictObject({ ...act('rename'), person: personId, name: nickname }),
  z.strictObject({
    ...act('seat'),
    person: personId,
    role: z.enum(OPEN_ROLES),
    seat: seatOf.exactOptional(),
  }),
  z.strictObject({ ...act('head'), person: personId }),
  z.strictObject({ ...act('remove'), person: personId }),
  z.strictObject({ ...act('mute'), person: personId, muted: z.boolean() }),
  z.strictObject({ ...act('hand-over'), seat: seatOf, to: z.enum(['ai', 'people']) }),
  z.strictObject({ ...act('nudge'), seat: seatOf }),
  /** A new key for a person who lost theirs; old ones stay good unless `only`. */
  z.strictObject({ ...act('new-key'), person: personId, only: z.boolean() }),
  /** A key for somebody who comes with it and not with the code: co-facilitators, the projector, observers. */
  z.strictObject({
    ...act('invite'),
    role: z.enum(['co-facilitator', 'projector', 'observer', 'press', 'secretariat']),
    name: nickname,
  }),
  z.strictObject({ ...act('pause'), because: pauseReason }),
  z.strictObject(act('go-on')),
  z.strictObject({ ...act('extend'), seconds: z.int().min(-3_600).max(3_600) }),
  z.strictObject(act('skip')),
  z.strictObject({ ...act('speed'), percent: z.int().min(25).max(200) }),
  /** Play ends now and the debrief begins; the game is closed. */
  z.strictObject(act('debrief')),
  z.strictObject({ ...act('intervene'), intervention }),
  z.strictObject({ ...act('plan-inject'), when: condition, intervention }),
  z.strictObject({ ...act('drop-inject'), inject: place }),
  /** Fires a planned inject, due or not. */
  z.strictObject({ ...act('fire-inject'), inject: place }),
  z.strictObject({ ...act('rewind'), moves: place }),
  z.strictObject({ ...act('branch'), moves: place }),
  z.strictObject(act('return')),
  z.strictObject({ ...act('moderate-message'), message: place, show: z.boolean() }),
  z.strictObject({ ...act('moderate-headline'), headline: place, show: z.boolean() }),
  z.strictObject({ ...act('spotlight'), show: z.enum(SPOTLIGHTS), item: z.string().max(80).exactOptional() }),
  z.strictObject({ ...act('poll'), poll: pollForm }),
  z.strictObject({ ...act('close-poll'), poll: place }),
  /** Puts its counts, and these answers' words without names, before everybody. */
  z.strictObject({ ...act('show-poll'), poll: place, texts: z.array(personId).max(60) }),
  z.strictObject(act('reveal')),
  /** The same people, a new game: seed and scenario stay or change. */
  z.strictObject({ ...act('restart'), seed: z.string().min(1).max(80).exactOptional() }),
  z.strictObject(act('end')),
  /** Deletes the room and all that was kept of it. */
  z.strictObject(act('delete')),
  /** Looks through a seat's eyes; none: the public view. Not an act: it changes nothing. */
  z.strictObject({ ...ask('look'), seat: seatOf.exactOptional() }),
  z.strictObject({ ...ask('timeline'), after: z.int().min(0).max(1_000_000) }),
  z.strictObject(ask('compare')),
] as const;

/** Everything one can ask of the server, in form. */
export const request = z.discriminatedUnion('ask', [...outside, ...everybody, ...seated, ...running]);

export type Request = Sealed<z.output<typeof request>>;
export type Asking = Request['ask'];

/** Acts of facilitators only. */
export const FACILITATORS: readonly Asking[] = running.map((form) => form.shape.ask.value);

/** What a good answer holds beside `ok`; most hold nothing. */
export interface Answers {
  readonly shelf: { readonly scenarios: readonly ShelfCard[]; readonly password: boolean };
  readonly knock: { readonly card: RoomCard };
  readonly create: Welcome & {
    /** Shown once: it opens this and its sister rooms for whoever runs them. */
    readonly key: string;
    readonly rooms: readonly RoomCode[];
  };
  readonly join: Welcome & { readonly key: string };
  readonly enter: Welcome;
  readonly redeem: Welcome & { readonly key: string; readonly name: string };
  /** Shown once; `until` in milliseconds since 1970. */
  readonly 'device-code': { readonly code: string; readonly until: number };
  readonly move: { readonly proposed: boolean };
  readonly back: { readonly carried: boolean };
  readonly group: { readonly channel: string };
  readonly 'new-key': { readonly key: string };
  readonly invite: { readonly key: string; readonly person: PersonId };
  readonly 'plan-inject': { readonly inject: number };
  readonly poll: { readonly poll: number };
  readonly timeline: { readonly entries: readonly TimelineEntry[]; readonly more: boolean };
  readonly compare: { readonly rooms: readonly RoomSummary[] };
  /** An address on this server, good for a minute. */
  readonly file: { readonly address: string; readonly name: string };
}

/** One is in: the whole sight follows as the first message told. */
export interface Welcome {
  readonly room: RoomCode;
  readonly person: PersonId;
  readonly role: Role;
  /** The scenario that is played, and its print; absent where `have` was that print. */
  readonly scenario?: Scenario;
  readonly print: string;
  readonly now: number;
}

export type Good<A extends Asking> = A extends keyof Answers
  ? { readonly ok: true; readonly refused?: undefined } & Answers[A]
  : { readonly ok: true; readonly refused?: undefined };
/** Every request is answered once, in the acknowledgement of its event. */
export type Answer<A extends Asking = Asking> = Good<A> | ({ readonly ok?: undefined } & RoomRefusal);
