import type { TenantContext } from '#db/tenancy';
import { readEvidenceFile } from '~/modules/assessments/queries/list-evidence-views';
import { NotFound } from '~/shared/errors';
import { type EvidenceQuestion, getEvidencePage } from './get-evidence-page';
import { getPersonPage } from './get-person-page';

/**
 * A file of evidence for somebody who sees it on the person's page or on that of the evidence. Throws NotFound for
 * everybody else.
 */
export async function getEvidenceFile(ctx: TenantContext, question: EvidenceQuestion, fileId: string) {
  const { ratings } = await getEvidencePage(ctx, question);
  const isShown =
    ratings.some(({ evidence }) => evidence.some((one) => one.fileId === fileId)) ||
    (await getPersonPage(ctx, question)).history.some(({ entries }) =>
      entries.some(({ evidence }) => evidence.some((one) => one.file?.fileId === fileId)),
    );
  const file = isShown ? await readEvidenceFile(ctx, fileId) : null;
  if (!file) throw new NotFound('There is no such file.');
  return file;
}
