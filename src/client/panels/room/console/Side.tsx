import { useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { r } from '../../../i18n/room.ts';
import { useScreen } from '../../context.tsx';
import { useRoomSight } from '../context.tsx';
import { useDeskSight } from './act.ts';
import { DebriefDesk } from './DebriefDesk.tsx';
import { Injects } from './Injects.tsx';
import { RoomDesk } from './RoomDesk.tsx';
import { TalkDesk } from './TalkDesk.tsx';
import { TextDesk } from './TextDesk.tsx';
import { Timeline } from './Timeline.tsx';

const TABS = ['injects', 'text', 'timeline', 'talk', 'debrief', 'room'] as const;
type TabName = (typeof TABS)[number];

const panelOf = (tab: TabName): ReactNode => {
  switch (tab) {
    case 'injects':
      return <Injects />;
    case 'text':
      return <TextDesk />;
    case 'timeline':
      return <Timeline />;
    case 'talk':
      return <TalkDesk />;
    case 'debrief':
      return <DebriefDesk />;
    case 'room':
      return <RoomDesk />;
  }
};

/** The facilitator’s papers. What needs a game is there once there is one. */
export const Side = (): ReactNode => {
  const { stage } = useRoomSight();
  const { heldMessages, heldHeadlines } = useDeskSight();
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const tabs = TABS.filter(
    (name) => name === 'room' || name === 'talk' || (hasGame && (stage !== 'lobby' || name === 'injects')),
  );
  const usual: TabName = stage === 'lobby' ? 'room' : stage === 'play' ? 'injects' : 'debrief';
  const [chosen, choose] = useState<{ readonly tab: TabName; readonly stage: string }>({ tab: usual, stage });
  const wanted = chosen.stage === stage ? chosen.tab : usual;
  const tab = tabs.includes(wanted) ? wanted : 'room';
  const held = heldMessages.length + heldHeadlines.length;
  return (
    <aside className="desk-side papers" aria-label={r('sideTitle')}>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(next) => choose({ tab: TABS.find((one) => one === next) ?? usual, stage })}
      >
        <TabList className="tab-list" aria-label={r('sideTitle')}>
          {tabs.map((name) => (
            <Tab key={name} id={name} className="tab" data-testid={`desk-${name}`}>
              {r(`desk_${name}`)}
              {name === 'talk' && held > 0 ? <span className="badge">{held}</span> : null}
            </Tab>
          ))}
        </TabList>
        {tabs.map((name) => (
          <TabPanel key={name} id={name} className="paper">
            {panelOf(name)}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
};
