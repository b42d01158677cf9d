import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { standardQuery } from '~/modules/occupations/domain/standard-schemas';
import { describeStandard } from '~/modules/occupations/queries/describe-standard';
import { organizationDay } from '~/modules/organizations/queries/organization-day';

/** One standard with its criteria, knowledge, glossary and linked occupations. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  const { version } = readQuery(url, standardQuery);
  const asOf = await organizationDay(ctx);
  const question = { urn: params.urn ?? '', asOf, ...(version === undefined ? {} : { version }) };
  return (await describeStandard(ctx, question)).standard;
});
