import { readEvidenceForm } from '~/http/read-evidence-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { newEvidenceOf } from '~/modules/assessments/commands/store-evidence';
import type { EvidenceWish } from '~/modules/capability/commands/change-evidence';
import { InvalidInput } from '~/shared/errors';

const FIELDS = ['intent', 'kind', 'rating', 'text', 'url', 'evidence', 'observation'];

/** Throws InvalidInput for a form that is none of the page's, and for a file that cannot be kept. */
export async function readEvidenceWish(request: Request, stage: BodyStage): Promise<EvidenceWish> {
  const { fields, file } = await readEvidenceForm(request, stage, FIELDS);
  const { intent, rating = '', evidence: evidenceId = '', observation: observationId = '' } = fields;
  if (intent === 'add') return { intent, rating, evidence: newEvidenceOf(fields, file) };
  if (intent === 'attach') return { intent, rating, observationId };
  if (intent === 'accept' || intent === 'take-back' || intent === 'remove') return { intent, evidenceId };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
