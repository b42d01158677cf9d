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
}

/** Keeps the view that the reader came from. */
export function SaveView({ search, rows, metric }: SaveViewProps) {
  const more = [...new URLSearchParams(search).keys()].filter((name) => name !== 'rows' && name !== 'figure');
  return (
    <Card title="Save this view">
      <p>
        {ROW_WORDS[rows]}, {METRIC_WORDS[metric]}
        {more.length > 0 ? ', with the place, filters and days of the page you came from' : ', unfiltered'}. A
        view keeps no figures: whoever opens it sees those of the day, as far as the own role allows.
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
