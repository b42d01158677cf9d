import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import type { StandardResource } from '~/modules/occupations/domain/standard-schemas';

interface LinkedOccupationsProps extends Pick<StandardResource, 'occupations' | 'version'> {
  /** Address of the list of occupations. */
  readonly place: string;
  /** Whether the reader may change the catalogue of the organization. */
  readonly mayWrite: boolean;
  /** Why the code that was sent was refused. */
  readonly refused: string | null;
}

/** Occupations that a person linked the standard to, with who says so, and for editors a form to link one more. */
export function LinkedOccupations({
  occupations,
  version,
  place,
  mayWrite,
  refused,
}: LinkedOccupationsProps) {
  return (
    <>
      {occupations.length === 0 ? (
        <p className="small">Nobody has linked this standard to an occupation.</p>
      ) : (
        <ul className="linked-occupations">
          {occupations.map(({ soc, title, linkedBy, own }) => (
            <li key={soc}>
              <span>
                <Link className="link" to={`${place}/${soc}`}>
                  {title}
                </Link>{' '}
                <span className="small">
                  {soc} · linked by {linkedBy}
                  {own ? '' : ' for all organizations'}
                </span>
              </span>
              {own && mayWrite ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="unlink" />
                  <input type="hidden" name="version" value={version} />
                  <input type="hidden" name="soc" value={soc} />
                  <Button type="submit" variant="quiet" aria-label={`Unlink ${title}`}>
                    Unlink
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <Form method="post" className="link-occupation">
          <input type="hidden" name="intent" value="link" />
          <input type="hidden" name="version" value={version} />
          <Field
            label="Occupation code"
            name="soc"
            hint="Such as 11-3013.01. The link is seen by your organization only."
            required
            maxLength={10}
            error={refused}
          />
          <Button type="submit">Link</Button>
        </Form>
      ) : null}
    </>
  );
}
