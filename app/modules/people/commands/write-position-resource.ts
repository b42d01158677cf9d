import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Forbidden, InvalidInput } from '~/shared/errors';
import type { KnownHorizon } from '../domain/horizon';
import type { newPositionBody, positionChangeBody } from '../domain/position-schemas';
import { writesHorizons } from '../queries/read-horizons';
import { addPosition, changePosition, type PositionWrite } from './change-position';

interface Asked {
  readonly viewer: Viewer;
  /** The organization's day. */
  readonly today: string;
}

/** Adds a post that the API was sent. @returns its id. @throws Forbidden for a horizon of a role that writes none. */
export async function addPositionResource(
  ctx: TenantContext,
  body: z.output<typeof newPositionBody>,
  { viewer, today }: Asked,
): Promise<string> {
  const { title, teamId, externalId } = body;
  const write = { ...writeOf(body, viewer), title, teamId, ...(externalId ? { externalId } : {}) };
  return addPosition(ctx, write, { today });
}

/** Changes a post as the API was sent it. @throws Forbidden, NotFound, InvalidInput. */
export async function changePositionResource(
  ctx: TenantContext,
  change: { readonly positionId: string; readonly body: z.output<typeof positionChangeBody> },
  { viewer, today }: Asked,
): Promise<void> {
  const { closedOn, ...body } = change.body;
  const write = { ...writeOf(body, viewer), ...(closedOn === undefined ? {} : { closedOn }) };
  await changePosition(ctx, change.positionId, write, { today });
}

type Sent = Omit<z.output<typeof positionChangeBody>, 'closedOn'> & {
  readonly externalId?: string | undefined;
};

function writeOf(
  { horizon, horizonSource, externalId: _number, ...facts }: Sent,
  viewer: Viewer,
): PositionWrite {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const known = horizonOf(horizon, horizonSource);
  if (known === undefined) return said;
  if (!writesHorizons(viewer.role)) throw new Forbidden('This role does not write horizons.');
  return { ...said, horizon: known };
}

function horizonOf(horizon: Sent['horizon'], source: Sent['horizonSource']): KnownHorizon | null | undefined {
  if (horizon === undefined && source === undefined) return undefined;
  if (horizon === 'unknown' && source === undefined) return null;
  if (horizon !== undefined && horizon !== 'unknown' && source !== undefined) return { horizon, source };
  const detail = 'A horizon is sent with its source, and unknown without one.';
  throw new InvalidInput(detail, [{ pointer: '/horizonSource', detail }]);
}
