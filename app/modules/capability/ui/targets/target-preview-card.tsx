import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { TargetChange } from '~/modules/people/domain/plan-targets';
import type { AskedTargets } from '../../domain/targets/target-profile-view';
import { TargetChanges } from './target-changes';
import { peopleWords } from './target-words';

interface TargetPreviewCardProps {
  readonly preview: {
    readonly changes: readonly TargetChange[];
    readonly people: number;
    readonly form: {
      readonly intent: string;
      readonly from: string;
      readonly revision: string;
      readonly asked: AskedTargets;
    };
  };
}

/** What a change would do, with the button that does it. */
export function TargetPreviewCard({ preview }: TargetPreviewCardProps) {
  const { changes, people, form } = preview;
  const removes = form.intent === 'preview-removal';
  if (changes.length === 0) {
    return (
      <Card title="No difference">
        <p role="status">The profile asks exactly this on that day already. There is nothing to save.</p>
      </Card>
    );
  }
  return (
    <Card title={removes ? 'Back to the default?' : 'This would change'}>
      <p role="status">
        From <DayText day={form.from} />, for {peopleWords(people)}. Nothing is saved yet.
      </p>
      <TargetChanges changes={changes} label="Differences" />
      <Form method="post" className="toolbar">
        <input type="hidden" name="from" value={form.from} />
        <input type="hidden" name="revision" value={form.revision} />
        {removes ? null : <AskedFields asked={form.asked} />}
        <Button
          type="submit"
          name="intent"
          value={removes ? 'remove' : 'save'}
          variant={removes ? 'danger' : 'primary'}
          autoFocus
        >
          {removes ? 'Take it away' : 'Save'}
        </Button>
      </Form>
    </Card>
  );
}

function AskedFields({ asked }: { readonly asked: AskedTargets }) {
  return (
    <>
      {DIMENSIONS.flatMap((dimension) => {
        const facts = asked[dimension];
        if (!facts) return [];
        const { level, weight, critical } = facts;
        return [
          <input key={`l ${dimension}`} type="hidden" name={`level_${dimension}`} value={level} />,
          <input key={`w ${dimension}`} type="hidden" name={`weight_${dimension}`} value={weight} />,
          ...(critical
            ? [<input key={`c ${dimension}`} type="hidden" name={`critical_${dimension}`} value="yes" />]
            : []),
        ];
      })}
    </>
  );
}
