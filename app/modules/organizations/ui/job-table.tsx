import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import { failureWords, isDroppable, type Job, jobStateWords, jobTitle } from '../domain/job';

export interface JobTableProps {
  readonly jobs: readonly Job[];
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  /** Address of the organization. */
  readonly base: string;
}

/** Jobs with their state; those in trouble say why, and can be tried again with others of their kind. */
export function JobTable({ jobs, zone, base }: JobTableProps) {
  return (
    <table className="table profile">
      <caption className="sr-only">Background jobs that are not done</caption>
      <thead>
        <tr>
          <th scope="col">Job</th>
          <th scope="col">Asked for</th>
          <th scope="col">State</th>
          <th scope="col">Next try</th>
          <th scope="col">
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={`${job.kind} ${job.askedAt} ${job.operationId}`}>
            <th scope="row">
              <JobName job={job} base={base} />
            </th>
            <td data-label="Asked for">
              <MomentText moment={job.askedAt} zone={zone} />
            </td>
            <td data-label="State">
              {jobStateWords(job.state)}
              {job.reason ? (
                <span className="small">
                  {failureWords(job.reason)}, after {job.attempts} {job.attempts === 1 ? 'try' : 'tries'}
                </span>
              ) : null}
            </td>
            <td data-label="Next try">
              {job.nextAt ? (
                <MomentText moment={job.nextAt} zone={zone} />
              ) : (
                <span className="small">none</span>
              )}
            </td>
            <td>
              <JobForm job={job} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A long task has a page of its own, where it can be stopped. */
function JobName({ job, base }: { readonly job: Job; readonly base: string }) {
  const title = jobTitle(job.kind) ?? job.kind;
  if (job.operationId === null) return <>{title}</>;
  return (
    <Link className="link" to={`${base}/operations/${job.operationId}`}>
      {title}
    </Link>
  );
}

function JobForm({ job }: { readonly job: Job }) {
  if (job.state !== 'failing' && job.state !== 'failed') return null;
  const of = <span className="sr-only">: {jobTitle(job.kind) ?? job.kind}</span>;
  return (
    <Form method="post" className="button-row">
      <input type="hidden" name="kind" value={job.kind} />
      <Button type="submit" name="intent" value="retry">
        Try again now{of}
      </Button>
      {job.state === 'failed' && isDroppable(job.kind) ? (
        <Button type="submit" name="intent" value="drop">
          Take off the list{of}
        </Button>
      ) : null}
    </Form>
  );
}
