import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { PersonTexts } from '~/modules/people/domain/person-form';
import { PersonFields, type PersonFieldsProps } from '~/modules/people/ui/person-fields';

interface EditFormProps extends Pick<PersonFieldsProps, 'faultOf'> {
  readonly page: Pick<PersonFieldsProps, 'sites' | 'teams' | 'texts'> & {
    readonly revision: string;
    /** The day whose values are shown. */
    readonly from: string;
    readonly base: string;
  };
  /** What was entered, where it was refused. */
  readonly entered: { readonly texts: PersonTexts; readonly from: string; readonly shown: string } | null;
}

/** The fields of a person on a day, to be changed from a day on. */
export function EditForm({ page, entered, faultOf }: EditFormProps) {
  return (
    <Card title="Person">
      <Form method="get" className="toolbar">
        <Field label="Show the values of" name="from" type="date" defaultValue={page.from} />
        <Button type="submit">Show</Button>
      </Form>
      <Form method="post" key={`${page.revision} ${page.from}`}>
        <input type="hidden" name="revision" value={page.revision} />
        <input type="hidden" name="shown" value={entered?.shown ?? page.from} />
        <PersonFields
          texts={entered?.texts ?? page.texts}
          sites={page.sites}
          teams={page.teams}
          faultOf={faultOf}
          suggestAt={`${page.base}/people/suggest`}
        />
        <Field
          label="Holds from"
          name="from"
          type="date"
          required
          defaultValue={entered?.from ?? page.from}
          hint="A day ahead is planned. Name, address, kind, start and leaving hold for all days."
          error={faultOf('from')}
        />
        <label className="check">
          <input type="checkbox" name="own" value="yes" />
          Cadre owns what I change here from now on; imports leave it
        </label>
        <div className="toolbar">
          <Button type="submit" name="intent" value="save" variant="primary">
            Save
          </Button>
          <ButtonLink to={`${page.base}/people`} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
