import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { PageHeader } from '~/components/page-header';

interface FirstStepsProps {
  readonly organization: string;
  readonly slug: string;
}

/** What an owner or administrator does first in an organization without people. */
export function FirstSteps({ organization, slug }: FirstStepsProps) {
  const base = `/o/${slug}`;
  return (
    <>
      <PageHeader title={organization} />
      <Card title="First steps">
        <div className="document">
          <p>
            <Link to={`${base}/settings/members`}>Invite members</Link>: an HR partner sees people and their
            ratings, an executive sees released figures.
          </p>
          <p>
            <Link to={`${base}/settings/members`}>An HR partner</Link> brings people and ratings from files,
            under Imports. Whoever runs this installation can do it too:{' '}
            <code>npm run -s cadre -- import employees.csv --org {slug}</code>.
          </p>
          <p>
            <Link to={`${base}/settings`}>Look at the settings</Link>: time zone, method, how people sign in.
          </p>
          <p>
            Meanwhile the <Link to={`${base}/occupations`}>occupations of the catalogue</Link> are open.
          </p>
        </div>
      </Card>
    </>
  );
}
