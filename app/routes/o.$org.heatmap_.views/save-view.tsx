import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { HeatmapRows } from '~/modules/capability/domain/heatmap-filter';
import type { HeatmapMetric } from '~/modules/capability/domain/heatmap-view';
import { METRIC_WORDS, ROW_WORDS } from '~/modules/capability/domain/heatmap-words';

interface SaveViewProps {
  /** State of the heatmap's address. */
  readonly search: string;
  readonly rows: HeatmapRows;
  readonly metric: HeatmapMetric;
  /** Place, filters, days and order. */
  readonly words: readonly string[];
}

/** Keeps the view that the reader came from. */
export function SaveView({ search, rows, metric, words }: SaveViewProps) {
  return (
    <Card title="Save this view">
      <p>
        {[ROW_WORDS[rows], METRIC_WORDS[metric], ...words].join(' · ')}
        {words.length > 0 ? '' : ' · everything, as of today'}
      </p>
      <p className="small">
        A view keeps no figures: whoever opens it sees those of the day, as far as the own role allows.
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="address" value={search} />
        <Field label="Name" name="name" maxLength={100} required />
        <label className="check">
          <input type="checkbox" name="shared" value="yes" /> Everybody who reads the heatmap here finds it,
          by this name
        </label>
        <Button type="submit" variant="primary">
          Save the view
        </Button>
      </Form>
    </Card>
  );
}
