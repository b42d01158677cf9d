import type { TenantArgs } from '~/http/tenant-route.server';
import { ratingName } from '~/modules/capability/commands/change-evidence';
import { getEvidencePage } from '~/modules/capability/queries/get-evidence-page';
import { isDimension } from '~/modules/frameworks/domain/dimension';

const DONE_WORDS: Readonly<Record<string, string>> = {
  add: 'Added. It strengthens the level once somebody else accepts it.',
  attach: 'The observation supports the rating now.',
  accept: 'Accepted. The level is computed anew.',
  'take-back': 'It is accepted no more. The level is computed anew.',
  remove: 'Removed.',
};

/** The evidence of one person as this viewer sees it. */
export async function evidenceState({ ctx, viewer, reach, params, url }: TenantArgs) {
  const page = await getEvidencePage(ctx, { viewer, reach, employeeId: params['id'] ?? '' });
  const asked = url.searchParams.get('dimension') ?? '';
  const dimension = isDimension(asked) ? asked : null;
  const { reader: _reader, ratings, ...rest } = page;
  return {
    ...{ ...rest, dimension },
    ratings: ratings
      .filter((one) => dimension === null || one.dimension === dimension)
      .map(({ evidence, ...rating }) => ({
        ...{ ...rating, name: ratingName(rating) },
        evidence: evidence.map(
          ({
            evidenceId,
            kind,
            body,
            url: address,
            host,
            file,
            acceptedBy,
            author,
            mayAccept,
            mayRemove,
          }) => ({
            ...{ evidenceId, kind, body, url: address, host, file, author, mayAccept, mayRemove },
            isAccepted: acceptedBy !== null,
          }),
        ),
        supportedBy: evidence.flatMap(({ observationId }) => observationId ?? []),
      })),
    observations: page.observations.filter((one) => dimension === null || one.dimension === dimension),
    done: DONE_WORDS[url.searchParams.get('done') ?? ''] ?? null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

export type EvidenceState = Awaited<ReturnType<typeof evidenceState>>;
