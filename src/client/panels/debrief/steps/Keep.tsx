import { useState, type ReactNode } from 'react';
import type { DelegationId } from '../../../../engine/seat.ts';
import { t } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { TakeAway } from '../../../session/index.ts';
import { Button, Select, Switch } from '../../bits.tsx';
import { useDesk } from '../../context.tsx';
import { saveBytes, saveFile } from '../../save-file.ts';
import { Placard } from '../charts/bits.tsx';
import { CROWD } from '../charts/shown.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { faultText } from '../fault.ts';

/** Last: what can be kept. All of it is made here. */
export const Keep = (): ReactNode => {
  const { session } = useDesk();
  const { names, scenario, room, reflections, trials, mine, revealed } = useDebrief();
  const figures = useFigures();
  const [anonymous, setAnonymous] = useState(false);
  const [state, setState] = useState<string>('');
  const keep = (name: string, wanted: TakeAway): void => {
    setState(d('keepMaking', { name }));
    void room.keep(wanted, { reflections, ...(trials === undefined ? {} : { trials }) }).then((file) => {
      if ('fault' in file) {
        setState(faultText(file));
        return;
      }
      saveBytes(file.name, file.bytes, file.type);
      setState(d('keepMade', { name: file.name }));
    });
  };
  const keepOne = (me: DelegationId): void =>
    keep(d('keepForOne', { name: names.delegation(me) }), {
      kind: 'report',
      reader: { kind: 'delegation', me },
    });
  // Reports are made of everybody's cards.
  if (figures.covered === true)
    return (
      <div className="keep" data-testid="keep-later">
        <p>{d('keepLater')}</p>
      </div>
    );
  const seats = revealed ? scenario.delegations.map(({ id }) => id) : mine;
  return (
    <div className="keep">
      <section aria-labelledby="keep-report">
        <h3 id="keep-report">{d('keepReport')}</h3>
        <p className="figure-lead">{d('keepReportAbout')}</p>
        <div className="row">
          <Button
            look="main"
            onPress={() => keep(d('keep_teacher'), { kind: 'report', reader: { kind: 'teacher' } })}
            testId="keep-teacher"
          >
            {d('keep_teacher')}
          </Button>
          <Button
            onPress={() => keep(d('keep_anonymous'), { kind: 'report', reader: { kind: 'anonymous' } })}
            testId="keep-anonymous"
          >
            <span>
              {d('keep_anonymous')}
              <br />
              <small>{d('keepAnonymousAbout')}</small>
            </span>
          </Button>
        </div>
        <h4 id="keep-one">{d('keepFor')}</h4>
        {seats.length > CROWD ? (
          <Select
            label={d('keepFor')}
            hideLabel
            value=""
            empty={t('choose')}
            choices={seats.map((me) => ({ value: me, label: names.delegation(me) }))}
            onChange={(chosen) => {
              const me = seats.find((one) => one === chosen);
              if (me !== undefined) keepOne(me);
            }}
          />
        ) : (
          <div className="row">
            {seats.map((me) => (
              <Button key={me} onPress={() => keepOne(me)} testId={`keep-${me}`}>
                <span className="hidden">{d('keepForOne', { name: names.delegation(me) })}</span>
                <span aria-hidden="true">
                  <Placard id={me} />
                </span>
              </Button>
            ))}
          </div>
        )}
      </section>
      <section aria-labelledby="keep-data">
        <h3 id="keep-data">{d('keepData')}</h3>
        <Switch
          legend={d('keepNames')}
          name="keep-names"
          value={anonymous ? 'no' : 'yes'}
          choices={[
            { value: 'yes', label: d('names_yes') },
            { value: 'no', label: d('names_no') },
          ]}
          onChange={(value) => setAnonymous(value === 'no')}
        />
        <div className="row">
          <Button onPress={() => keep(d('keepSheets'), { kind: 'sheets', anonymous })} testId="keep-sheets">
            <span>
              {d('keepSheets')}
              <br />
              <small>{d('keepSheetsAbout')}</small>
            </span>
          </Button>
          <Button
            onPress={() => keep(d('keepStatements'), { kind: 'statements', anonymous })}
            testId="keep-statements"
          >
            <span>
              {d('keepStatements')}
              <br />
              <small>{d('keepStatementsAbout')}</small>
            </span>
          </Button>
          <Button
            onPress={() =>
              void session.exportGame().then(({ name, text }) => {
                saveFile(name, text);
                setState(d('keepMade', { name }));
              })
            }
            testId="keep-game"
          >
            <span>
              {d('keepGame')}
              <br />
              <small>{d('keepGameAbout')}</small>
            </span>
          </Button>
        </div>
      </section>
      <output className="keep-state" data-testid="keep-state">
        {state}
      </output>
    </div>
  );
};
