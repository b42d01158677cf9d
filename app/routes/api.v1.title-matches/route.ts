import type { z } from 'zod';
import { Afterwards, apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { startTitleMatching } from '~/modules/occupations/commands/start-title-matching';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import {
  TITLES_AT_ONCE,
  titleMatchesBody,
  titleMatchesSchema,
} from '~/modules/occupations/domain/titles/title-match-schemas';
import { operationSchema } from '~/modules/organizations/domain/operation';
import { getOperation } from '~/modules/organizations/queries/get-operation';

type Body = z.output<typeof titleMatchesBody>;
const isLong = ({ titles }: Body) => titles.length > TITLES_AT_ONCE;

/** Occupations for titles, with score and reason: at once, or as an operation when there are many. */
export const action = apiAction(
  { permission: 'catalogue:read', body: titleMatchesBody, readOnly: (body) => !isLong(body) },
  async ({ ctx, viewer, url, body, context }) => {
    readQuery(url, NO_QUERY);
    const { titles, limit = DEFAULT_LIMIT } = body;
    if (isLong(body)) {
      const { id } = await startTitleMatching(ctx, { titles, limit });
      const status = operationSchema.parse(await getOperation(ctx, viewer, id));
      return Response.json(status, {
        status: 202,
        headers: { Location: `/api/v1/operations/${id}`, 'Cache-Control': 'no-store' },
      });
    }
    const matching = await context.titles.open(ctx);
    return new Afterwards(async () =>
      titleMatchesSchema.parse({ items: await matching.match(titles, limit) }),
    );
  },
);
