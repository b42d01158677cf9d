import { Form, Link, useNavigation } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type AskedValues, DimensionFields, type OfferedReason } from './dimension-fields';

interface ProfileFormProps {
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly (AskedValues & { readonly dimension: string })[];
  /** What the occupation offers as reasons; null without an occupation. */
  readonly reasons: Readonly<Record<Dimension, readonly OfferedReason[]>> | null;
  readonly revision: number;
  readonly mayCopy: boolean;
  readonly copied: boolean;
  readonly today: string;
  readonly place: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** The own profile of a post, one group of controls for each dimension. */
export function ProfileForm(props: ProfileFormProps) {
  const { dimensions, rows, reasons, revision, mayCopy, copied, today, place, faultOf } = props;
  const isBusy = useNavigation().state === 'submitting';
  const rowOf = (dimension: Dimension) => rows.find((row) => row.dimension === dimension) ?? null;
  return (
    <Card
      title="What it asks for"
      aside={mayCopy && !copied ? <ButtonLink to="?copy">Copy from occupation and band</ButtonLink> : null}
    >
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={revision} />
        {dimensions.map((dimension) => (
          <DimensionFields
            key={dimension}
            dimension={dimension}
            asked={rowOf(dimension)}
            offered={reasons?.[dimension] ?? []}
            fault={
              faultOf(`level:${dimension}`) ??
              faultOf(`reason:${dimension}`) ??
              faultOf(`chosen:${dimension}`)
            }
          />
        ))}
        <div className="settings-fields">
          <Field
            label="From"
            name="from"
            type="date"
            required
            defaultValue={today}
            hint="The first day on which it holds."
            error={faultOf('from')}
          />
        </div>
        <div className="bar">
          <Button type="submit" variant="primary" aria-busy={isBusy}>
            Write the profile
          </Button>
          <Link className="link" to={place}>
            Back to the position
          </Link>
        </div>
      </Form>
    </Card>
  );
}
