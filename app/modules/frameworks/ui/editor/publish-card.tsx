import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import type { VersionStanding } from '../../queries/get-version-standing';
import { WhichVersionCounts } from './which-version-counts';

interface PublishCardProps {
  readonly version: string;
  readonly revision: number;
  /** What keeps it from being published. */
  readonly faults: readonly string[];
  readonly standing: VersionStanding;
}

/** What is missing, what publishing does, and the two ends of a draft. */
export function PublishCard({ version, revision, faults, standing }: PublishCardProps) {
  return (
    <Card title="Publish">
      {faults.length > 0 ? (
        <>
          <p>Before it can be published:</p>
          <ul className="draft-faults">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          Everything is there. A published version does not change any more; what comes later is a new draft
          with another version. Only your organization sees it.
        </p>
      )}
      <WhichVersionCounts version={version} standing={standing} />
      <Form method="post" className="draft-ends">
        <input type="hidden" name="revision" value={revision} />
        <Button type="submit" name="do" value="publish" variant="primary" disabled={faults.length > 0}>
          Publish {version}
        </Button>
        <details className="disclosure">
          <summary>Discard this draft</summary>
          <p className="small">Its texts are deleted for good. Published versions stay.</p>
          <Button type="submit" name="do" value="discard" variant="danger">
            Discard the draft
          </Button>
        </details>
      </Form>
    </Card>
  );
}
