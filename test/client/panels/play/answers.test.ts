import { describe, expect, it } from 'vitest';
import { answeredOffers, offersIn, withChange } from '../../../../src/client/panels/play/answers.ts';
import {
  asArticle,
  asConcession,
  asDeal,
  asDelegation,
  asOffer,
  asPoint,
  asToken,
  asTrack,
  type Event,
  type Offer,
  type Phase,
  type Undertaking,
  type View,
} from '../../../../src/engine/seat.ts';

const me = asDelegation('KEST');
const other = asDelegation('MARA');
const token = asToken('experts');
const provision = { article: asArticle('SHIELD'), option: 1 };
const now = { on: 'now' } as const;
const asked: Undertaking = { kind: 'position', by: other, to: me, provision, stance: 'accept' };
const paid: Undertaking = { kind: 'tokens', by: me, to: other, token, amount: 2, when: now };

const offer = (n: number, more: Partial<Offer> = {}): Offer => ({
  id: asOffer(`offer-${String(n)}`),
  from: me,
  to: [other],
  undertakings: [asked, paid],
  open: false,
  expires: 0,
  accepted: [],
  because: [],
  ...more,
});
const offered = (made: Offer): Event => ({ kind: 'offered', offer: made });
const declined = (made: Offer): Event => ({
  kind: 'offer-declined',
  offer: made.id,
  by: other,
  parties: [made.from, ...made.to],
  because: [{ code: 'unbalanced' }],
  wouldChange: [{ kind: 'nothing' }],
});
const chapter = (session: number, events: readonly Event[], phase: Phase = 'corridor') => ({
  session,
  phase,
  events,
});
const logOf = (...chapters: View['log']): View['log'] => chapters;

describe('what became of one’s offers', () => {
  it('a refusal is kept with its reasons, and the latest answer comes last', () => {
    const log = logOf(
      chapter(1, [offered(offer(1)), declined(offer(1)), offered(offer(2)), declined(offer(2))]),
    );
    const found = answeredOffers(log, 1, me);
    expect(found.map(({ offer: { id } }) => id)).toEqual(['offer-1', 'offer-2']);
    expect(found[0]?.answer).toEqual({
      kind: 'declined',
      by: other,
      because: [{ code: 'unbalanced' }],
      wouldChange: [{ kind: 'nothing' }],
      countered: false,
    });
  });
  it('a counter-offer is told from a plain refusal', () => {
    const counter = offer(2, { from: other, to: [me], answers: offer(1).id });
    const log = logOf(chapter(0, [offered(offer(1)), declined(offer(1)), offered(counter)]));
    expect(answeredOffers(log, 0, me)).toMatchObject([{ answer: { kind: 'declined', countered: true } }]);
  });
  it('an offer made in an earlier session is answered in the session of its answer', () => {
    const lapsed: Event = { kind: 'offer-lapsed', offer: offer(1).id, parties: [me, other] };
    const log = logOf(chapter(0, [offered(offer(1))]), chapter(1, [lapsed], 'drafting'));
    expect(answeredOffers(log, 0, me)).toEqual([]);
    expect(answeredOffers(log, 1, me)).toEqual([{ offer: offer(1), answer: { kind: 'lapsed' } }]);
  });
  it('a deal is a consent; others’ offers, and what one took back, are not told', () => {
    const theirs = offer(2, { from: other, to: [me] });
    const struck: Event = {
      kind: 'deal-struck',
      offer: offer(1).id,
      deal: { id: asDeal('deal-1'), parties: [me, other], undertakings: [paid], open: false, session: 0 },
    };
    const withdrawn: Event = { kind: 'offer-withdrawn', offer: offer(3).id, by: me, parties: [me, other] };
    const log = logOf(
      chapter(0, [
        offered(offer(1)),
        offered(theirs),
        offered(offer(3)),
        struck,
        declined(theirs),
        withdrawn,
      ]),
    );
    expect(answeredOffers(log, 0, me)).toEqual([{ offer: offer(1), answer: { kind: 'accepted' } }]);
    expect([...offersIn(log).keys()]).toEqual(['offer-1', 'offer-2', 'offer-3']);
  });
});

describe('the package with what would change a mind', () => {
  it('tokens are added to those that are given already', () => {
    expect(withChange(offer(1), other, { kind: 'tokens', token, amount: 3 })).toEqual([
      asked,
      { ...paid, amount: 5 },
    ]);
    const funds = asToken('funds');
    expect(withChange(offer(1), other, { kind: 'tokens', token: funds, amount: 3 })).toEqual([
      asked,
      paid,
      { ...paid, token: funds, amount: 3 },
    ]);
  });
  it('a deed is added, and done at once', () => {
    const concession = asConcession('training');
    expect(withChange(offer(1), other, { kind: 'concession', concession })).toEqual([
      asked,
      paid,
      { kind: 'deed', by: me, to: other, concession, when: now },
    ]);
  });
  it('what it was asked for is left out, also of a promise to join; what is left of nothing is no package', () => {
    expect(withChange(offer(1), other, { kind: 'not-provision', provision })).toEqual([paid]);
    const second = { article: asArticle('FUND'), option: 2 };
    const join: Undertaking = { kind: 'join', by: other, to: me, containing: [provision, second] };
    expect(
      withChange(offer(1, { undertakings: [join] }), other, { kind: 'not-provision', provision }),
    ).toEqual([{ ...join, containing: [second] }]);
    expect(
      withChange(offer(1, { undertakings: [asked] }), other, { kind: 'not-provision', provision }),
    ).toBeUndefined();
  });
  it('a promise to stand against a text is left out whole: without a provision it would bind to more', () => {
    const second = { article: asArticle('FUND'), option: 2 };
    const containing = [provision, second];
    const oppose: Undertaking = { kind: 'oppose', by: other, to: me, containing };
    const made = offer(1, { undertakings: [oppose, paid] });
    expect(withChange(made, other, { kind: 'not-provision', provision })).toEqual([oppose, paid]);
    expect(withChange(made, other, { kind: 'without-oppose', containing })).toEqual([paid]);
    expect(withChange(made, other, { kind: 'without-oppose', containing: [second] })).toEqual([oppose, paid]);
  });
  it('of what it was asked for less is asked, or nothing; what one gives oneself stays', () => {
    const wanted: Undertaking = { kind: 'tokens', by: other, to: me, token, amount: 4, when: now };
    const both = { from: me, undertakings: [wanted, paid] };
    expect(withChange(both, other, { kind: 'fewer-tokens', token, amount: 1 })).toEqual([
      { ...wanted, amount: 1 },
      paid,
    ]);
    expect(withChange(both, other, { kind: 'without-tokens', token })).toEqual([paid]);
    const point = { kind: 'point', track: asTrack('pair'), point: asPoint('dialogue') } as const;
    const pair: readonly Undertaking[] = [
      { ...point, by: me, to: other },
      { ...point, by: other, to: me },
      paid,
    ];
    const { track, point: agreed } = point;
    expect(
      withChange({ from: me, undertakings: pair }, other, { kind: 'without-point', track, point: agreed }),
    ).toEqual([paid]);
  });
  it('another time, or nothing, is no package', () => {
    expect(withChange(offer(1), other, { kind: 'later' })).toBeUndefined();
    expect(withChange(offer(1), other, { kind: 'nothing' })).toBeUndefined();
  });
});
