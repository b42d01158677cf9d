import { expect, it } from 'vitest';
import { PERMISSIONS } from '~/modules/organizations/domain/permissions';
import { JOBS, type JobDeclaration } from './catalog';

const jobs: readonly [string, JobDeclaration][] = Object.entries(JOBS);
const doesOperation = (job: JobDeclaration) =>
  Object.keys((job.payload as { shape?: object }).shape ?? {}).includes('operationId');

it('every job that does an operation declares what who asked for it must be allowed to', () => {
  const operations = jobs.filter(([, job]) => doesOperation(job));
  expect(operations.length).toBeGreaterThanOrEqual(7);
  expect(
    operations.filter(([, job]) => !job.permission || !(job.permission in PERMISSIONS)).map(([name]) => name),
  ).toEqual([]);
  expect(jobs.filter(([, job]) => job.permission && !doesOperation(job))).toEqual([]);
});
