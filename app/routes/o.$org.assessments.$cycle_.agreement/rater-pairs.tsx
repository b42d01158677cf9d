import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { Agreement } from '~/modules/assessments/domain/agreement';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { AgreementTable } from './agreement-table';
import { DimensionsTable } from './dimensions-table';
import { NotShown } from './not-shown';

interface RaterPairsProps {
  /** Over all dimensions; the key is what a link names the pair by. */
  readonly raters: readonly (Agreement & { readonly key: string; readonly names: string })[];
  /** The pair that is told by dimension. */
  readonly chosen: {
    readonly names: string;
    readonly rows: readonly (Agreement & { readonly dimension: Dimension })[];
  } | null;
  readonly notShown: number;
  /** Address of the page. */
  readonly place: string;
}

/** Each two raters who may be named and rated the same people, and one of these pairs by dimension. */
export function RaterPairs({ raters, chosen, notShown, place }: RaterPairsProps) {
  if (raters.length === 0) return null;
  return (
    <>
      {chosen ? (
        <div id="pair">
          <Card
            title={`${chosen.names}, by dimension`}
            aside={
              <ButtonLink to={place} preventScrollReset>
                Close
              </ButtonLink>
            }
            padded={false}
          >
            <DimensionsTable label={`Agreement of ${chosen.names} by dimension`} rows={chosen.rows} />
          </Card>
        </div>
      ) : null}
      <Card title="Raters of the same people" padded={false}>
        <AgreementTable
          head="Raters"
          label="Agreement of raters by name"
          rows={raters.map(({ names, ...row }) => ({
            ...{ name: names, to: `${place}?${new URLSearchParams({ pair: row.key })}#pair`, ...row },
          }))}
        />
        <p className="small calibration-bar">Over all dimensions; the names lead to each by itself.</p>
        <NotShown count={notShown}>pairs of raters with fewer common ratings</NotShown>
      </Card>
    </>
  );
}
