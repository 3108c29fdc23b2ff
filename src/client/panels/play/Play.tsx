import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Scenario, View } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import type { Focus } from '../../session/index.ts';
import { useDesk, useScreen, usePlaying, useUnread, type Companions } from '../context.tsx';
import { chosenPace, showTextSize, textSize, tableIsOff } from '../settings.ts';
import { useFilmDoor } from '../film-door.tsx';
import { DebriefDoorProvider } from './debrief-door.ts';
import { ActionBar } from './ActionBar.tsx';
import { Hints } from './Hints.tsx';
import { Home } from './Home.tsx';
import { Incidents } from './Incidents.tsx';
import { Log } from './Log.tsx';
import { Mandate } from './Mandate.tsx';
import { Now } from './Now.tsx';
import { Offers } from './Offers.tsx';
import { People } from './People.tsx';
import { Rooms } from './Rooms.tsx';
import { TableMount } from './TableMount.tsx';
import { TopBar } from './TopBar.tsx';
import { Treaty } from './Treaty.tsx';

/** Loaded when a game is over. */
const Debrief = lazy(() => import('../debrief/Debrief.tsx'));
/** Loaded when a seat has been taken over from a film. */
const TakenOver = lazy(() => import('../handover/TakenOver.tsx'));

const TABS = [
  'now',
  'mandate',
  'text',
  'offers',
  'talk',
  'incidents',
  'people',
  'rooms',
  'home',
  'log',
] as const;
type TabName = (typeof TABS)[number];

const panelOf = (tab: TabName, go: (tab: TabName) => void, companions: Companions | undefined): ReactNode => {
  switch (tab) {
    case 'now':
      return <Now />;
    case 'mandate':
      return <Mandate />;
    case 'text':
      return <Treaty />;
    case 'offers':
      return <Offers />;
    case 'talk':
      return companions === undefined ? null : <companions.Talk />;
    case 'incidents':
      return <Incidents />;
    case 'people':
      return <People onOffer={() => go('offers')} />;
    case 'rooms':
      return <Rooms />;
    case 'home':
      return <Home />;
    case 'log':
      return <Log />;
  }
};

/** Papers of systems that a scenario leaves out are not on the desk, and nobody has those of a delegation but its people. */
const inPlay = (scenario: Scenario, view: View, tab: TabName, together: boolean): boolean => {
  if (tab === 'talk') return together;
  if (together && view.own === undefined && (tab === 'mandate' || tab === 'offers' || tab === 'home'))
    return false;
  // The ladder is always worth a look.
  if (tab !== 'home') return true;
  const { press, intelligence, vulnerabilities, operations } = scenario;
  return (
    press.interviews > 0 ||
    press.flexibility.chance > 0 ||
    intelligence.warnings.length > 0 ||
    vulnerabilities.length > 0 ||
    operations.allowed
  );
};

/** The paper somebody chose, and what was so when it was chosen. */
interface Chosen {
  readonly tab: TabName;
  readonly phase: string;
  readonly focus: Focus | undefined;
}

/** What is touched on the table is opened among the papers; a new phase opens the paper that goes with it. */
const tabNow = (chosen: Chosen, phase: string, focus: Focus | undefined, inCorridor: boolean): TabName => {
  if (focus !== undefined && focus !== chosen.focus)
    // In the corridor one turns to somebody to put a package together.
    return inCorridor && focus.kind === 'delegation' ? 'now' : TAB_OF[focus.kind];
  // Whoever is talking to somebody is not interrupted.
  return chosen.phase === phase || chosen.tab === 'talk' ? chosen.tab : 'now';
};

const TAB_OF: { readonly [K in Focus['kind']]: TabName } = {
  delegation: 'people',
  article: 'text',
  incident: 'incidents',
  offer: 'offers',
};

/** The game: the table, the papers, what one can do now. */
const Play = (): ReactNode => {
  const { session, companions } = useDesk();
  const { scenario, view } = usePlaying();
  const tabs = TABS.filter((name) => inPlay(scenario, view, name, companions !== undefined));
  const unread = useUnread();
  useEffect(() => {
    session.pace(chosenPace());
    showTextSize(textSize());
  }, [session]);
  const [wide, setWide] = useState(false);
  const bare = tableIsOff();
  const [debriefing, setDebriefing] = useState<'full' | 'short'>();
  const [revealed, setRevealed] = useState(false);
  const { openFilm, openBranch, taken, read: readTaken } = useFilmDoor();
  const reveal = (): void => setRevealed(true);
  const focus = useScreen((screen) => screen.focus);
  const phase = `${view.session}/${view.phase}/${view.status}`;
  const now = useRef<HTMLDivElement>(null);
  // What is new stands at the top.
  const read = useRef(phase);
  useEffect(() => {
    if (read.current === phase) return;
    read.current = phase;
    now.current?.scrollTo({ top: 0 });
  }, [phase]);
  const [chosen, choose] = useState<Chosen>({ tab: 'now', phase, focus });
  const tab = tabNow(chosen, phase, focus, view.phase === 'corridor');
  const setTab = (next: TabName): void => choose({ tab: next, phase, focus });
  const open = view.offers.filter((offer) => offer.to.some((to) => to === view.own?.delegation)).length;
  const toAnswer = (): void => {
    setTab('now');
    // After the paper with the answer has opened.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#answer')?.focus());
  };
  if (debriefing !== undefined && view.status === 'closed')
    return (
      <Suspense fallback={<output className="waiting">{t('loading')}</output>}>
        <Debrief
          short={debriefing === 'short'}
          revealed={revealed}
          onReveal={reveal}
          onClose={() => setDebriefing(undefined)}
          replayAt={(move) => openFilm({ move })}
          branchAt={(move) => openBranch({ move })}
        />
      </Suspense>
    );
  return (
    <DebriefDoorProvider
      value={{ open: (short) => setDebriefing(short ? 'short' : 'full'), revealed, reveal }}
    >
      <div
        className={`play${bare ? ' play-bare' : wide ? ' play-wide' : ''}${companions === undefined ? '' : ' play-together'}`}
      >
        <a className="skip" href="#action">
          {t('skip')}
        </a>
        {companions === undefined ? null : <companions.Bar />}
        <TopBar />
        {bare ? null : <TableMount wide={wide} onWide={() => setWide(!wide)} />}
        <main className="papers">
          <Tabs
            className="tabs"
            selectedKey={tab}
            onSelectionChange={(next) => setTab(TABS.find((item) => item === next) ?? 'now')}
          >
            <TabList className="tab-list" aria-label={t('tabs')}>
              {tabs.map((name) => (
                <Tab key={name} id={name} className="tab" data-testid={`tab-${name}`}>
                  {t(`tab_${name}`)}
                  {name === 'offers' && open > 0 ? <span className="badge">{open}</span> : null}
                  {name === 'talk' && unread > 0 ? <span className="badge">{unread}</span> : null}
                </Tab>
              ))}
            </TabList>
            {tabs.map((name) => (
              <TabPanel key={name} id={name} className="paper" ref={name === 'now' ? now : undefined}>
                {name === 'now' && taken === scenario ? (
                  <Suspense fallback={null}>
                    <TakenOver onRead={readTaken} />
                  </Suspense>
                ) : null}
                {name === 'now' ? <Hints /> : null}
                {panelOf(name, setTab, companions)}
              </TabPanel>
            ))}
          </Tabs>
        </main>
        <ActionBar onAnswer={toAnswer} />
      </div>
    </DebriefDoorProvider>
  );
};

export default Play;
