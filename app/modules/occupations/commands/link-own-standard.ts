import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { InvalidInput } from '~/shared/errors';
import { findDescription } from '../data/occupation-description';
import { deleteOwnLink, insertOwnLink, type StandardLinkKey } from '../data/own-standard-links';
import { isOnetSoc } from '../domain/soc-code';
import { getStandard } from '../queries/standard-page';

/**
 * Records for the organization that a person holds a standard to be about an occupation. Saying it again changes nothing.
 * @throws InvalidInput for no O*NET-SOC code, NotFound for a standard or an occupation that is not there.
 */
export async function linkOwnStandard(
  ctx: TenantContext,
  link: StandardLinkKey & { readonly linkedBy: string },
): Promise<void> {
  const { soc, version } = link;
  if (!isOnetSoc(soc)) throw noOccupation('A code such as 11-3013.01 is needed.');
  const { urn, occupations } = await getStandard(ctx, {
    urn: link.urn,
    version,
    asOf: await organizationDay(ctx),
  });
  if (occupations.some((linked) => linked.soc === soc)) return;
  if (!(await findDescription(ctx, soc))) throw noOccupation(`The catalogue has no occupation ${soc}.`);
  if (await insertOwnLink(ctx, { soc, urn, version, linkedBy: link.linkedBy }))
    audit(ctx, { soc, urn, version }, true);
}

/** Takes a link of the organization away; where there is none, nothing changes. */
export async function unlinkOwnStandard(ctx: TenantContext, link: StandardLinkKey): Promise<void> {
  if (await deleteOwnLink(ctx, link)) audit(ctx, link, false);
}

const noOccupation = (detail: string) => new InvalidInput(detail, [{ pointer: '/soc', detail }]);

function audit(ctx: TenantContext, { soc, urn, version }: StandardLinkKey, linked: boolean): void {
  recordAudit(ctx, {
    action: 'standard.link',
    subject: { kind: 'occupation', id: soc },
    details: { urn, version, linked },
  });
}
