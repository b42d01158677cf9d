import { publicRoute } from '~/http/open-route.server';
import { openApiDocument } from '~/http/openapi';

/** The description of the API, made from the schemas that check it. */
export const loader = publicRoute(async () => Response.json(openApiDocument()));
