import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { ROLE_BAND_LABELS, ROLE_BANDS } from '~/modules/people/domain/role-band';
import { peopleWords } from './target-words';

interface Band {
  readonly band: 1 | 2 | 3 | 4;
  readonly written: { readonly dimensions: number; readonly critical: number } | null;
  readonly people: number | null;
}

interface TargetOverviewTableProps {
  readonly overview: {
    readonly counted: 'everybody' | 'own teams' | 'nobody';
    readonly items: readonly {
      readonly soc: string;
      readonly title: string;
      readonly bands: readonly Band[];
    }[];
  };
  readonly base: string;
  /** Adds boxes and a button to change several profiles at once. */
  readonly mayWrite: boolean;
}

/** Occupations by role band; each cell leads to its profile. */
export function TargetOverviewTable({ overview, base, mayWrite }: TargetOverviewTableProps) {
  const { items, counted } = overview;
  return (
    <Form method="get" action={`${base}/targets/change`} aria-label="Target profiles to change together">
      <Card padded={false}>
        <table className="table targets" aria-label="Target profiles by occupation and role band">
          <thead>
            <tr>
              <th scope="col">Occupation</th>
              {ROLE_BANDS.map((band) => (
                <th key={band} scope="col">
                  {ROLE_BAND_LABELS[band]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ soc, title, bands }) => (
              <tr key={soc}>
                <th scope="row">
                  {title}
                  <span className="small">{soc}</span>
                </th>
                {bands.map((cell) => (
                  <td key={cell.band} data-label={ROLE_BAND_LABELS[cell.band]}>
                    <BandCell {...cell} to={`${base}/targets/${soc}/${cell.band}`} />
                    {mayWrite ? (
                      <label className="check small">
                        <input type="checkbox" name="profile" value={`${soc}:${cell.band}`} />
                        choose
                        <span className="sr-only">
                          {' '}
                          {title}, {ROLE_BAND_LABELS[cell.band]}
                        </span>
                      </label>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <p className="footnote">{COUNTED[counted]}</p>
      {mayWrite ? (
        <p className="pager">
          <Button type="submit">Change chosen profiles together</Button>
        </p>
      ) : null}
    </Form>
  );
}

const COUNTED = {
  everybody:
    'People are counted under each occupation that sets them a target: one with a large enough share of their work.',
  'own teams': 'People of your own teams are counted, under each occupation that sets them a target.',
  nobody: 'Your role is not told how many people a profile is about.',
} as const;

function BandCell({ band, written, people, to }: Band & { readonly to: string }) {
  const label = written
    ? `${written.dimensions} ${written.dimensions === 1 ? 'dimension' : 'dimensions'}`
    : `Default target ${band}`;
  return (
    <>
      <Link className="link" to={to}>
        {label}
      </Link>
      <span className="small">
        {written
          ? `written${written.critical > 0 ? `, ${written.critical} critical` : ''}`
          : 'nothing written'}
        {people === null || people === 0 ? null : ` · ${peopleWords(people)}`}
      </span>
    </>
  );
}
