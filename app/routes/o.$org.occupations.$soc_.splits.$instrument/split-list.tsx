import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import type { SplitAnswer } from '~/modules/frameworks/commands/confirm-splits';
import type { FieldError } from '~/shared/errors';
import { SplitRow, type SplitShown } from './split-row';

interface SplitListProps {
  readonly page: {
    readonly own: boolean;
    readonly levels: readonly { readonly rank: number; readonly label: string }[];
    readonly splits: readonly SplitShown[];
    /** Names by id of user. */
    readonly people: Readonly<Record<string, string>>;
    /** Time zone of the organization, IANA name. */
    readonly zone: string;
  };
  /** By identity of the statement. */
  readonly errors: readonly FieldError[];
  /** What stood in the fields when the form was refused. */
  readonly filled: readonly SplitAnswer[];
}

/** The statements by level in one form: each is confirmed by its own button, or all that are filled in together. */
export function SplitList({ page, errors, filled }: SplitListProps) {
  const { own, levels, splits, people, zone } = page;
  const open = splits.filter(({ confirmed }) => confirmed === null);
  const proposed = open.filter((split) => split.proposed !== '').length;
  return (
    <Form method="post" preventScrollReset>
      {/* The default button: the enter key in a field confirms nothing by accident. */}
      <button type="submit" disabled hidden />
      <Card>
        <p className="context">
          The page text runs the label of a statement and its behaviour together. Check where the label ends,
          or write its words as they stand at the beginning of the statement.{' '}
          {own
            ? 'Your answer counts for your framework.'
            : 'Your answer counts for your organization; the shared catalogue stays as it is.'}
        </p>
        {open.length > 1 ? (
          <p className="split-all">
            <Button type="submit" name="confirm" value="all" variant="primary">
              Confirm all that are filled in
            </Button>{' '}
            <span className="small">
              {proposed} of {open.length} have a proposal.
            </span>
          </p>
        ) : null}
      </Card>
      {levels.map(({ rank, label }) => {
        const here = splits.filter((split) => split.rank === rank);
        if (here.length === 0) return null;
        return (
          <div key={rank} className="split-level">
            <Card title={label} aside={<span className="small">{`${here.length} statements`}</span>}>
              <ul className="splits">
                {here.map((split) => (
                  <SplitRow
                    key={`${split.id} ${split.confirmed?.label ?? ''}`}
                    split={split}
                    label={filled.find(({ id }) => id === split.id)?.label ?? split.proposed}
                    error={errors.find(({ pointer }) => pointer === split.id)?.detail ?? null}
                    who={people[split.confirmed?.confirmedBy ?? ''] ?? 'a former member'}
                    zone={zone}
                  />
                ))}
              </ul>
            </Card>
          </div>
        );
      })}
    </Form>
  );
}
