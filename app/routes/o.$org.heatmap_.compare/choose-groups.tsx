import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';

interface ChooseGroupsProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly ids: readonly [string, string] | null;
  readonly search: URLSearchParams;
  /** Why there is no comparison of these two. */
  readonly refused: string | null;
  /** How many more groups there are than are listed. */
  readonly unlisted: number;
  /** Address of the page for teams without filters; null: it is that. */
  readonly plain: string | null;
}

/** Which two groups are compared; the form keeps day and filters of the address. */
export function ChooseGroups({ groups, unlisted, ids, search, refused, plain }: ChooseGroupsProps) {
  const toPlain = plain ? <Link to={plain}>Compare teams without filters</Link> : null;
  if (groups.length < 2)
    return (
      <EmptyState title="Nothing to compare" action={toPlain}>
        {refused ?? 'Two groups with figures are needed.'}
      </EmptyState>
    );
  const kept = [...search].filter(([name]) => name !== 'a' && name !== 'b');
  return (
    <>
      <Form method="get" className="bar compare-groups" preventScrollReset aria-label="Groups to compare">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(['a', 'b'] as const).map((name, at) => (
          <Field
            key={`${name} ${ids?.[at]}`}
            label={at === 0 ? 'First group' : 'Second group'}
            name={name}
            error={at === 1 ? refused : null}
          >
            {(control) => (
              <select {...control} defaultValue={ids?.[at] ?? groups[at]?.id}>
                {groups.map((group) => (
                  <option key={group.id} value={group.id}>
                    {group.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Button type="submit" variant="primary">
          Compare
        </Button>
      </Form>
      {refused && toPlain ? <p>{toPlain}</p> : null}
      {unlisted > 0 ? (
        <p className="small">
          Listed are the {groups.length.toLocaleString('en')} upper ones of{' '}
          {(groups.length + unlisted).toLocaleString('en')} teams. Filter the heatmap by a team to list those
          within it.
        </p>
      ) : null}
    </>
  );
}
