import { z } from 'zod';
import { readJson } from '~/http/read-json.server';
import { tenantAction } from '~/http/tenant-route.server';
import { saveCell } from '~/modules/assessments/commands/save-cell';
import { LONGEST_EVIDENCE } from '~/modules/assessments/domain/rating-cell';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';

/** One cell as the grid sends it. */
const cellSave = z.strictObject({
  employeeId: z.guid(),
  cycleId: z.guid().nullable(),
  dimension: z.enum(DIMENSIONS),
  revision: z.int().nonnegative(),
  key: z.guid(),
  value: z.union([z.literal([0, 1, 2, 3, 4, '?']), z.null()]),
  evidence: z.string().max(LONGEST_EVIDENCE).optional(),
  ticked: z.array(z.string().max(100)).max(200).optional(),
});

/** Saves one cell of a draft: 200 with the cell, 409 with what somebody else saved between. */
export const action = tenantAction(
  {
    permission: 'ratings:submit',
    body: (request) => readJson(request, cellSave),
    refused: ({ reason, errors }) => Response.json({ reason, errors }, { status: 422 }),
  },
  async ({ ctx, viewer, body }) => {
    const { outcome, cell } = await saveCell(ctx, viewer, body);
    return Response.json(
      { outcome, cell },
      { status: outcome === 'saved' ? 200 : 409, headers: { 'Cache-Control': 'no-store' } },
    );
  },
);
