import type { ActionFunctionArgs } from '@remix-run/node';
import type { Permission } from '~/modules/organizations/domain/permissions';
import { getUpload } from '~/modules/organizations/queries/read-upload';
import { declare } from './declaration';
import { problem, problemErrors } from './error-response.server';
import { onceByKey } from './idempotency.server';
import { type ReceivedForm, receiveForm } from './receive-form.server';
import { answerOf, bodyStage, open, type TenantArgs, tokenClaim } from './tenant-route.server';

interface ApiUploadOptions {
  readonly permission: Permission;
  /** Most bytes of the file. */
  readonly maxBytes: number;
}

/**
 * An API resource's action that takes a file: bearer token only, its permission, then a multipart form whose file is
 * stored in pieces for the worker, then one transaction, whose rights are those of that moment. With an Idempotency-Key the form's fields and the file
 * are what must be the same.
 */
export function apiUpload(
  { permission, maxBytes }: ApiUploadOptions,
  handler: (args: TenantArgs & ReceivedForm) => Promise<unknown>,
) {
  return declare(
    { permission, method: 'POST' },
    (args: ActionFunctionArgs): Promise<Response> =>
      problemErrors(args, async () => {
        if (args.request.method !== 'POST')
          return refusal(args, 405, `${args.request.method} is not done here.`);
        const stage = bodyStage(args, permission, await tokenClaim(args));
        if (!/^multipart\/form-data\b/i.test(args.request.headers.get('content-type') ?? ''))
          return refusal(args, 415, 'The body must be a form, sent with Content-Type: multipart/form-data.');
        const form = await receiveForm(args.request, stage, { maxBytes });
        const opening = { claim: await tokenClaim(args), permission, readOnly: false };
        return answerOf(
          await open(args, opening, async (opened) => {
            const { name, checksum } = await getUpload(opened.ctx, form.upload.uploadId);
            const once = { fields: form.fields, name, checksum };
            return onceByKey(opened, once, () => handler({ ...opened, ...form }));
          }),
        );
      }),
  );
}

function refusal({ context }: ActionFunctionArgs, status: 405 | 415, detail: string): Response {
  const answer = problem({ status, detail, requestId: context.requestId });
  if (status === 405) answer.headers.set('Allow', 'POST');
  else answer.headers.set('Accept-Post', 'multipart/form-data');
  return answer;
}
