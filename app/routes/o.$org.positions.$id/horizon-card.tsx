import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import {
  HORIZON_LABELS,
  HORIZON_SOURCE_LABELS,
  HORIZON_SOURCES,
  HORIZONS,
  type KnownHorizon,
} from '~/modules/people/domain/horizon';

interface HorizonCardProps {
  readonly known: (KnownHorizon & { readonly on: string; readonly by: string }) | null;
  readonly isHeld: boolean;
  readonly mayWrite: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** When the post is expected to become vacant; HR partners and the post's director meet this card. */
export function HorizonCard({ known, isHeld, mayWrite, faultOf }: HorizonCardProps) {
  return (
    <Card title="When it may become vacant">
      <p>
        {known ? (
          <>
            {HORIZON_LABELS[known.horizon]} ({HORIZON_SOURCE_LABELS[known.source].toLowerCase()}
            ). Entered by {known.by}, <DayText day={known.on} />.
          </>
        ) : isHeld ? (
          'Unknown.'
        ) : (
          'The post is vacant now.'
        )}{' '}
        <span className="small">
          HR partners and the director of the post see this, the person concerned finds it in the own record,
          and every view is in the audit log.
        </span>
      </p>
      {mayWrite && isHeld ? (
        <Form method="post" noValidate key={known?.horizon ?? ''}>
          <div className="settings-fields">
            <Field label="Horizon" name="horizon" error={faultOf('horizon')}>
              {(control) => (
                <select {...control} defaultValue={known?.horizon ?? ''}>
                  <option value="">Unknown</option>
                  {HORIZONS.map((one) => (
                    <option key={one} value={one}>
                      {HORIZON_LABELS[one]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label="How it is known" name="source" error={faultOf('source')}>
              {(control) => (
                <select {...control} defaultValue={known?.source ?? ''}>
                  <option value="">Choose</option>
                  {HORIZON_SOURCES.map((one) => (
                    <option key={one} value={one}>
                      {HORIZON_SOURCE_LABELS[one]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <Button type="submit" name="intent" value="horizon">
            Save the horizon
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}
