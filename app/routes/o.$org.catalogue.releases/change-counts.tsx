import { Link } from '@remix-run/react';
import type { ChangeKind } from '~/modules/occupations/domain/onet/release-changes';
import { type ReleasesState, searchOf } from './releases-state';

interface ChangeCountsProps {
  readonly counts: Readonly<Record<ChangeKind, number | null>>;
  readonly state: ReleasesState;
}

const GROUPS: readonly {
  readonly name: string;
  readonly kinds: readonly (readonly [ChangeKind, string])[];
}[] = [
  {
    name: 'Tasks',
    kinds: [
      ['tasks_added', 'added'],
      ['tasks_removed', 'removed'],
      ['tasks_reworded', 'reworded'],
    ],
  },
  {
    name: 'Alternate titles',
    kinds: [
      ['alternate_titles_added', 'added'],
      ['alternate_titles_removed', 'removed'],
    ],
  },
  {
    name: 'Reported titles',
    kinds: [
      ['reported_titles_added', 'added'],
      ['reported_titles_removed', 'removed'],
    ],
  },
  { name: 'Job zones', kinds: [['job_zones_changed', 'changed']] },
  {
    name: 'Occupations',
    kinds: [
      ['occupations_added', 'added'],
      ['occupations_removed', 'removed'],
      ['occupations_retitled', 'new title'],
      ['occupations_redescribed', 'new description'],
    ],
  },
];

/** How much differs, by kind; each count is the link that lists it. */
export function ChangeCounts({ counts, state }: ChangeCountsProps) {
  return (
    <nav className="change-counts" aria-label="What is listed">
      {GROUPS.map(({ name, kinds }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul>
            {kinds.map(([kind, word]) => (
              <li key={kind}>
                <Link
                  className="chip"
                  to={searchOf({ ...state, show: kind, page: 1 })}
                  aria-current={kind === state.show ? 'true' : undefined}
                  preventScrollReset
                >
                  <b>{counts[kind]?.toLocaleString('en') ?? 'no data'}</b> {word}
                  <span className="sr-only">, {name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
