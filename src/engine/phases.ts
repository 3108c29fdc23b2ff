import { drawContexts } from './contexts.ts';
import { strike, truthsOut } from './incident-strikes.ts';
import { close } from './close.ts';
import { rememberUnhelped } from './incidents.ts';
import { giveWarnings } from './intelligence.ts';
import { settleDue } from './ledger.ts';
import { moveTension, type Minutes } from './minutes.ts';
import { carryOutOperations } from './operations.ts';
import { readPapers } from './opinion.ts';
import { leakByItself } from './press.ts';
import { reachPoints } from './tracks.ts';
import type { Phase } from './vocabulary.ts';

/** Opens a phase and lets happen what comes with it. */
export const openPhase = (minutes: Minutes, session: number, phase: Phase): void => {
  const { scenario } = minutes.table;
  minutes.note({ kind: 'phase-opened', session, phase });
  if (scenario.sessions[session]?.phases[0] === phase) {
    truthsOut(minutes);
    leakByItself(minutes);
    drawContexts(minutes);
    carryOutOperations(minutes);
    strike(minutes);
    giveWarnings(minutes);
  }
  if (phase !== 'capital') return;
  moveTension(minutes, -scenario.tension.calm, { code: 'calm' });
  readPapers(minutes);
};

/** Ends the present phase and opens the next, the next session, or closes the game. */
export const advance = (minutes: Minutes): void => {
  const { scenario } = minutes.table;
  const { session, phase } = minutes.state;
  const phases = scenario.sessions[session]?.phases ?? [];
  if (phase === 'corridor') lapseOffers(minutes);
  const following = phases[phases.indexOf(phase) + 1];
  const adopted = minutes.state.adopted !== undefined;
  if (following !== undefined && (!adopted || following === 'capital')) {
    openPhase(minutes, session, following);
    return;
  }
  settleDue(minutes);
  rememberUnhelped(minutes);
  reachPoints(minutes);
  const next = scenario.sessions[session + 1]?.phases[0];
  if (adopted) close(minutes, 'adopted');
  else if (next === undefined) close(minutes, 'not-adopted');
  else openPhase(minutes, session + 1, next);
};

const lapseOffers = (minutes: Minutes): void => {
  const { offers, session } = minutes.state;
  for (const offer of offers)
    if (offer.expires <= session)
      minutes.note({ kind: 'offer-lapsed', offer: offer.id, parties: [offer.from, ...offer.to] });
};
