import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import type { TargetChange } from '~/modules/people/domain/plan-targets';
import { TargetChanges } from './target-changes';
import { peopleWords } from './target-words';

interface BulkPreviewCardProps {
  readonly preview: {
    readonly changes: readonly (TargetChange & { readonly profile: string })[];
    readonly total: number;
    readonly people: number;
    /** Profiles that are the default until then. */
    readonly becomeWritten: number;
    readonly revision: string;
    readonly form: {
      readonly pairs: readonly { readonly soc: string; readonly roleBand: number }[];
      readonly change: { readonly dimensions: readonly string[] };
      readonly from: string;
      readonly sent: { readonly level: string; readonly weight: string; readonly critical: string };
    };
  };
  /** How many differences are listed at most. */
  readonly listed: number;
}

/** What a change of several profiles would do, with the button that does it. */
export function BulkPreviewCard({ preview, listed }: BulkPreviewCardProps) {
  const { changes, total, people, becomeWritten, revision, form } = preview;
  if (total === 0) {
    return (
      <Card title="No difference">
        <p role="status">These profiles ask exactly this on that day already. There is nothing to save.</p>
      </Card>
    );
  }
  return (
    <Card title="This would change">
      <p role="status">
        {total === 1 ? '1 target' : `${total.toLocaleString('en')} targets`} from <DayText day={form.from} />,
        for {peopleWords(people)}. Nothing is saved yet.
        {becomeWritten > 0
          ? ` ${becomeWritten === 1 ? '1 default profile becomes' : `${becomeWritten} default profiles become`} written, beginning with the default targets.`
          : ''}
      </p>
      <TargetChanges changes={changes} label="Differences" />
      {total > listed ? <p className="small">The first {listed} are listed.</p> : null}
      <Form method="post" className="toolbar">
        {form.pairs.map(({ soc, roleBand }) => (
          <input key={`${soc}:${roleBand}`} type="hidden" name="profile" value={`${soc}:${roleBand}`} />
        ))}
        {form.change.dimensions.map((dimension) => (
          <input key={dimension} type="hidden" name="dimension" value={dimension} />
        ))}
        {Object.entries({ ...form.sent, from: form.from, revision }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" name="intent" value="save" variant="primary" autoFocus>
          Save
        </Button>
      </Form>
    </Card>
  );
}
