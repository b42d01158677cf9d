import { Card } from '~/components/card';
import { DayText, MomentText } from '~/components/date-text';
import { ASKED_KIND_WORDS } from '~/modules/assessments/domain/cycle';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import type { CycleState } from './cycle-state';

/** What the cycle is for, who rates whom, and when. */
export function CycleFacts({ cycle, scopeTeams, filterTeam, counts, wouldRate, timeZone }: CycleState) {
  const { purpose, instruments, raterKinds, remindDays, openedAt, closedAt, occupations } = cycle;
  const people = (wouldRate ?? counts.people).toLocaleString('en');
  return (
    <Card title="What it is">
      <p className="person-words">{purpose ?? 'No purpose is written yet.'}</p>
      <dl className="cycle-facts">
        <dt>From, until</dt>
        <dd>
          <DayText day={cycle.opensOn} />, <DayText day={cycle.closesOn} />
        </dd>
        <dt>{wouldRate === null ? 'People' : 'People if it opened today'}</dt>
        <dd>
          {people}
          {wouldRate === null && counts.unmapped > 0
            ? `, ${counts.unmapped.toLocaleString('en')} of them without a confirmed occupation`
            : null}
        </dd>
        {scopeTeams.length > 0 || filterTeam ? (
          <>
            <dt>Teams</dt>
            <dd>{filterTeam ?? scopeTeams.join(', ')}</dd>
          </>
        ) : null}
        <dt>What is rated</dt>
        <dd>{instruments.map((one) => INSTRUMENT_LABELS[one]).join(', ')}</dd>
        <dt>Who rates</dt>
        <dd>
          {raterKinds.map((one) => ASKED_KIND_WORDS[one]).join(', ')}
          {raterKinds.includes('peer')
            ? `; peers ${cycle.peersAnonymous ? 'anonymous' : 'by name'}, ${
                cycle.peerChoice === 'person'
                  ? 'proposed by the person and approved by the manager'
                  : 'named by the manager'
              }`
            : null}
        </dd>
        <dt>Self and manager</dt>
        <dd>{cycle.selfManager === 'blind' ? 'Blind until both are in' : 'Open as soon as one is in'}</dd>
        <dt>Reminders</dt>
        <dd>{remindDays.length === 0 ? 'None' : `${remindDays.join(', ')} days before the end`}</dd>
        {openedAt ? (
          <>
            <dt>Opened</dt>
            <dd>
              <MomentText moment={openedAt} zone={timeZone} />
              {`, versions of the frameworks fixed for ${occupations} ${occupations === 1 ? 'occupation' : 'occupations'}`}
            </dd>
          </>
        ) : null}
        {closedAt ? (
          <>
            <dt>Closed</dt>
            <dd>
              <MomentText moment={closedAt} zone={timeZone} />
            </dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}
