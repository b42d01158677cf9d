import type { JobName } from '../catalog';
import type { SystemTask, TenantTask } from '../run-task';
import { dailyUpkeep } from './daily-upkeep';
import { makeRelease } from './make-release';
import { refreshCapability } from './refresh-capability';

/** Every job of the catalogue with its task: a forgotten one is a type error. */
export const TASKS = {
  'refresh-capability': { scope: 'tenant', run: refreshCapability },
  'make-release': { scope: 'tenant', run: makeRelease },
  'daily-upkeep': { scope: 'system', run: dailyUpkeep },
} as const satisfies {
  [Name in JobName]: { scope: 'tenant'; run: TenantTask<Name> } | { scope: 'system'; run: SystemTask };
};
