import { ASSESSMENT_CALLS } from './assessment-calls';
import { AUDIT_CALLS } from './audit-calls';
import { CALIBRATION_CALLS } from './calibration-calls';
import { CAPABILITY_CALLS } from './capability-calls';
import { CATALOGUE_CALLS } from './catalogue-calls';
import { CONTEST_CALLS } from './contest-calls';
import { CYCLE_CALLS } from './cycle-calls';
import type { DataCall } from './data-call';
import { DRAFT_CALLS } from './draft-calls';
import { ERASURE_CALLS } from './erasure-calls';
import { EVIDENCE_CALLS } from './evidence-calls';
import { FIGURES_CALLS } from './figures-calls';
import { IMPORT_CALLS } from './import-calls';
import { MAPPING_CALLS } from './mapping-calls';
import { ONET_CALLS } from './onet-calls';
import { OPERATION_CALLS } from './operation-calls';
import { OVERVIEW_CALLS } from './overview-calls';
import { PEOPLE_CALLS } from './people-calls';
import { RATING_CALLS } from './rating-calls';
import { SETTINGS_CALLS } from './settings-calls';
import { SOURCE_CALLS } from './source-calls';

/**
 * Every data function of a tenant with the arguments of its isolation test, by `module/file.function`. A function
 * without an entry fails the test: add it here, in the file of its module.
 */
export const DATA_CALLS: Readonly<Record<string, DataCall>> = {
  ...PEOPLE_CALLS,
  ...ASSESSMENT_CALLS,
  ...AUDIT_CALLS,
  ...CALIBRATION_CALLS,
  ...CAPABILITY_CALLS,
  ...FIGURES_CALLS,
  ...CATALOGUE_CALLS,
  ...CONTEST_CALLS,
  ...OVERVIEW_CALLS,
  ...CYCLE_CALLS,
  ...RATING_CALLS,
  ...DRAFT_CALLS,
  ...ERASURE_CALLS,
  ...EVIDENCE_CALLS,
  ...IMPORT_CALLS,
  ...MAPPING_CALLS,
  ...ONET_CALLS,
  ...SETTINGS_CALLS,
  ...SOURCE_CALLS,
  ...OPERATION_CALLS,
};
