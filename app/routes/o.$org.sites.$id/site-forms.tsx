import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { ListedSite } from '~/modules/people/queries/list-sites';
import { peopleInWords } from '~/modules/people/ui/team-branches';
import type { FieldError } from '~/shared/errors';

interface SiteFormsProps {
  readonly site: ListedSite;
  readonly others: readonly { readonly siteId: string; readonly name: string }[];
  readonly errors: readonly FieldError[];
}

/** Rename, merge into another, remove when nobody was ever there. */
export function SiteForms({ site, others, errors }: SiteFormsProps) {
  const faultOf = (field: string) => errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <div className="team-facts">
      <Card title="Rename">
        <Form method="post" noValidate>
          <input type="hidden" name="seen" value={site.name} />
          <Field
            label="Name"
            name="name"
            defaultValue={site.name}
            maxLength={200}
            required
            autoComplete="off"
            error={faultOf('/name')}
            hint="Files name the site by it from now on."
          />
          <Button type="submit" name="intent" value="rename">
            Rename
          </Button>
        </Form>
      </Card>
      {others.length > 0 ? (
        <Card title="Merge into another site">
          <Form method="post" noValidate>
            <input type="hidden" name="seen" value={site.ever} />
            <Field
              label="The site that stays"
              name="into"
              error={faultOf('/into')}
              hint={`Whoever has this site in their history or plans (${peopleInWords(site.ever)}) gets the other one, for all days.`}
            >
              {(control) => (
                <select {...control} defaultValue="">
                  <option value="">Choose a site</option>
                  {others.map(({ siteId, name }) => (
                    <option key={siteId} value={siteId}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <div className="field">
              <label className="check">
                <input type="checkbox" name="sure" value="yes" />I am sure: it cannot be undone.
              </label>
              {faultOf('/sure') ? <div className="field-error">{faultOf('/sure')}</div> : null}
            </div>
            <Button type="submit" name="intent" value="merge" variant="danger">
              Merge
            </Button>
          </Form>
        </Card>
      ) : null}
      {site.ever === 0 ? (
        <Card title="Remove">
          <Form method="post">
            <p className="field field-hint">Nobody is, was or will be there.</p>
            <Button type="submit" name="intent" value="remove" variant="danger">
              Remove site
            </Button>
          </Form>
        </Card>
      ) : null}
    </div>
  );
}
