import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { problem } from '~/http/error-response.server';
import { publicRoute } from '~/http/open-route.server';

/** Every other address of the API: 404 as problem details, whatever the method. */
const nothingHere = async ({ context }: LoaderFunctionArgs | ActionFunctionArgs) =>
  problem({ status: 404, detail: 'The API has no such resource.', requestId: context.requestId });

export const loader = publicRoute(nothingHere);
export const action = publicRoute(nothingHere);
