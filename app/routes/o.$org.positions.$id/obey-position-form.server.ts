import type { TenantArgs } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { changePosition } from '~/modules/people/commands/change-position';
import { findNamedPerson } from '~/modules/people/queries/find-named-person';
import { getPosition } from '~/modules/people/queries/get-position';
import { writesHorizons } from '~/modules/people/queries/read-horizons';
import { Forbidden } from '~/shared/errors';
import type { PositionWish } from './read-position-form.server';

/** Does what a form of the page asks for; gives where to go on. @throws as the command does, Forbidden for a horizon. */
export async function obeyPositionForm({
  ctx,
  viewer,
  reach,
  params,
  body,
}: TenantArgs & { readonly body: PositionWish }): Promise<string> {
  const today = await organizationDay(ctx);
  const question = { viewer, reach, asOf: today, withCandidates: false };
  const { id } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
  const place = `/o/${viewer.organization.slug}/positions/${id}`;
  const write = (wish: Parameters<typeof changePosition>[2]) => changePosition(ctx, id, wish, { today });
  if (body.intent === 'horizon') {
    if (!writesHorizons(viewer.role)) throw new Forbidden('Your role does not write horizons.');
    await write({ horizon: body.horizon });
    return `${place}?done=horizon`;
  }
  if (body.intent === 'close' || body.intent === 'reopen') {
    await write({ closedOn: body.intent === 'close' ? body.from : null });
    return `${place}?done=${body.intent === 'close' ? 'closed' : 'reopened'}`;
  }
  const incumbentId = body.intent === 'fill' ? await findNamedPerson(ctx, body.number, 'number') : null;
  await write({ incumbentId, from: body.from });
  return `${place}?done=incumbent`;
}
