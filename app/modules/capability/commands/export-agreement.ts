import type { TenantContext } from '#db/tenancy';
import { agreementOf, FEWEST_PAIRS, type PairCounts } from '~/modules/assessments/domain/agreement';
import { countsOfCommon, KIND_PAIRS } from '~/modules/assessments/domain/rater-pairs';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { type AgreementQuestion, raterNames, readAgreement } from '../queries/read-agreement';

const HEADER = [
  ...['raters', 'dimension', 'pairs', 'exact_share', 'within_one_share', 'weighted_kappa'],
] as const;

/**
 * How far the raters of a cycle agree, as a table: by kinds of raters and dimension; by each two raters who may be named
 * over all dimensions, and in those of which enough pairs are there to say something. Shares from 0 to 1; empty: unknown.
 * Noted in the audit log.
 */
export async function exportAgreement(
  ctx: TenantContext,
  { format, ...question }: AgreementQuestion & { readonly format: 'csv' | 'xlsx' },
) {
  const { tally } = await readAgreement(ctx, question);
  const nameOf = await raterNames(
    ctx,
    [...tally.raters.keys()].flatMap((key) => key.split(' ')),
  );
  const kinds = KIND_PAIRS.flatMap((pair, at) =>
    [...(tally.kinds[at] ?? [])].map(([dimension, counts]) => lineOf(pair.join(' and '), dimension, counts)),
  );
  const raters = [...tally.raters]
    .map(([key, common]) => ({ names: key.split(' ').map(nameOf).join(' and '), key, common }))
    .sort((a, b) => b.common.length - a.common.length || (a.key < b.key ? -1 : 1))
    .flatMap(({ names, common }) => {
      const { all, dimensions } = countsOfCommon(common);
      const told = [...dimensions].filter(([, counts]) => sum(counts) >= FEWEST_PAIRS);
      return [
        lineOf(names, 'all', all),
        ...told.map(([dimension, counts]) => lineOf(names, dimension, counts)),
      ];
    });
  const rows = [...kinds, ...raters];
  recordExport(ctx, { table: 'agreement', format, rows: rows.length });
  return { name: 'agreement', header: HEADER, rows };
}

const sum = (counts: PairCounts) => counts.reduce((total, n) => total + n, 0);

function lineOf(raters: string, dimension: Dimension | 'all', counts: PairCounts) {
  const { n, exactShare, withinOneShare, kappa } = agreementOf(counts);
  return [raters, dimension, n, exactShare, withinOneShare, kappa];
}
