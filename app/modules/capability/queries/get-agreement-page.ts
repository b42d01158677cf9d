import type { TenantContext } from '#db/tenancy';
import { type Agreement, agreementOf, type PairCounts } from '~/modules/assessments/domain/agreement';
import { countsOfCommon, KIND_PAIRS } from '~/modules/assessments/domain/rater-pairs';
import { severitiesOf } from '~/modules/assessments/domain/severity';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { type AgreementQuestion, raterNames, readAgreement } from './read-agreement';

/** Rows of raters that the page shows; the counts say how many there are. */
const MOST_ROWS = 200;

/**
 * How far the raters of a cycle agree, and how severe each is: by kinds of raters and dimension, and by each two raters
 * who may be named, of whom those with most pairs are listed, and of one pair each dimension. Of severities the largest
 * are shown.
 * @param pair ids of two raters with a blank between, as the rows have them; null or another: of none
 */
export async function getAgreementPage(
  ctx: TenantContext,
  { pair, ...question }: AgreementQuestion & { readonly pair: string | null },
) {
  const { cycle, isReadable, tally } = await readAgreement(ctx, question);
  const pairs = [...tally.raters].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  );
  const severe = [...severitiesOf(tally.severity)].sort(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.rater < b.rater ? -1 : 1),
  );
  const [shownPairs, shownSevere] = [pairs.slice(0, MOST_ROWS), severe.slice(0, MOST_ROWS)];
  const common = pair === null ? undefined : tally.raters.get(pair);
  const keys = [...shownPairs.map(([key]) => key), ...(pair !== null && common ? [pair] : [])];
  const nameOf = await raterNames(ctx, [
    ...keys.flatMap((key) => key.split(' ')),
    ...shownSevere.map(({ rater }) => rater),
  ]);
  const namesOf = (key: string) => key.split(' ').map(nameOf).join(' and ');
  return {
    ...{ cycle, isReadable, ratings: tally.ratings },
    kinds: KIND_PAIRS.map((kinds, at) => ({ pair: kinds, rows: rowsOf(tally.kinds[at]) })),
    raters: shownPairs.map(([key, levels]) => ({
      ...{ key, names: namesOf(key), ...agreementOf(countsOfCommon(levels).all) },
    })),
    chosen:
      pair !== null && common
        ? { key: pair, names: namesOf(pair), rows: rowsOf(countsOfCommon(common).dimensions) }
        : null,
    severities: shownSevere.map(({ rater, ...one }) => ({ key: rater, name: nameOf(rater), ...one })),
    notShown: { raters: pairs.length - shownPairs.length, severities: severe.length - shownSevere.length },
  };
}

function rowsOf(pairs: ReadonlyMap<Dimension, PairCounts> | undefined) {
  return DIMENSIONS.flatMap((dimension): ({ dimension: typeof dimension } & Agreement)[] => {
    const own = pairs?.get(dimension);
    return own ? [{ dimension, ...agreementOf(own) }] : [];
  });
}
