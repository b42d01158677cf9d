import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { AVAILABILITY_LABELS } from '~/modules/people/domain/availability';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import type { PersonState } from './person-state';

const STATUS_WORDS = { active: 'Active', leave: 'On leave', left: 'Has left' } as const;
const KIND_WORDS = { employee: 'Employee', agency: 'Agency worker', contractor: 'Contractor' } as const;

type PersonFactsProps = Pick<PersonState, 'header' | 'titles' | 'externalId' | 'readsEverybody' | 'base'>;

/** What the directory says of the person on the day. */
export function PersonFacts({ header, titles, externalId, readsEverybody, base }: PersonFactsProps) {
  const { place, kind, startedOn, endedOn } = header;
  return (
    <Card title="Place">
      <dl className="person-facts">
        <Fact label="Personnel number">{externalId}</Fact>
        <Fact label="Team">{place?.team || 'None on this day'}</Fact>
        <Fact label="Site">{place?.site ?? 'None'}</Fact>
        <Fact label="Manager">
          {place?.manager ? (
            readsEverybody ? (
              <Link className="link" to={`${base}/people/${place.manager.employeeId}`}>
                {place.manager.name}
              </Link>
            ) : (
              place.manager.name
            )
          ) : (
            'None'
          )}
        </Fact>
        <Fact label="Employment">
          {place ? STATUS_WORDS[place.status] : 'Not employed on this day'}, {KIND_WORDS[kind].toLowerCase()}
          {place && place.status === 'active'
            ? `, ${AVAILABILITY_LABELS[place.availability].toLowerCase()}`
            : ''}
          {startedOn ? (
            <span className="small">
              since <DayText day={startedOn} />
            </span>
          ) : null}
          {endedOn ? (
            <span className="small">
              until <DayText day={endedOn} />
            </span>
          ) : null}
        </Fact>
        <Fact label="Occupations">
          <Occupations header={header} titles={titles} base={base} />
        </Fact>
        {header.post ? (
          <Fact label="Position">
            {readsEverybody ? (
              <Link className="link" to={`${base}/positions/${header.post.positionId}`}>
                {header.post.title}
              </Link>
            ) : (
              header.post.title
            )}
            {header.post.setsTargets ? (
              <span className="small">
                its own profile sets the targets, in place of occupation and role band
              </span>
            ) : null}
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Occupations({ header, titles, base }: Pick<PersonFactsProps, 'header' | 'titles' | 'base'>) {
  if (header.occupations.length === 0) return <>No occupation yet: no target follows</>;
  return (
    <ul>
      {header.occupations.map(({ soc, roleBand, share, confirmed }) => (
        <li key={soc}>
          <Link className="link" to={`${base}/occupations/${soc}`}>
            {titles[soc] ?? soc}
          </Link>
          <span className="small">
            {roleBand ? ROLE_BAND_LABELS[roleBand] : 'no role band'}
            {share < 100 ? `, ${share} %` : ''}
            {confirmed ? '' : ', proposed'}
          </span>
        </li>
      ))}
    </ul>
  );
}
