import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds, reads } from './data-call';

const idOf = (row: Readonly<Record<string, unknown>>) => row['operationId'];

/** Calls of the module organizations about long tasks and uploads. */
export const OPERATION_CALLS: Readonly<Record<string, DataCall>> = {
  'organizations/operation-rows.insertOperation': does(() => [
    { operationId: randomUUID(), kind: 'import-source', input: {} },
  ]),
  'organizations/operation-rows.findOperation': reads((a) => [idOf(a.row('operations'))]),
  'organizations/operation-rows.listOperationStates': finds((a) => [[idOf(a.row('operations'))]]),
  'organizations/operation-rows.listOperationRows': reads(() => [{ limit: 10 }]),
  'organizations/operation-rows.updateOperationStarted': reads((a) => [idOf(a.row('operations'))]),
  'organizations/operation-rows.updateOperationProgress': does((a) => [idOf(a.row('operations')), 0.5]),
  'organizations/operation-rows.updateOperationEnded': finds((a) => [
    idOf(a.row('operations')),
    { state: 'done', result: {} },
  ]),
  'organizations/operation-rows.updateOperationCancelled': does((a) => [idOf(a.row('operations'))]),
  'organizations/operation-rows.deleteOperationsBefore': does(() => [new Date('2100-01-01')]),
  'organizations/own-jobs.listJobRows': does(() => [10]),
  'organizations/own-jobs.listFigureJobRows': does(() => [10]),
  'organizations/own-jobs.findUnderWay': does(() => ['keep-up']),
  'organizations/own-jobs.updateJobsRetried': does(() => ['keep-up']),
  'organizations/own-jobs.deleteFailedJobs': does(() => ['keep-up']),
  'organizations/idempotency-keys.insertIdempotencyKey': finds((a) => [a.row('idempotencyKeys')]),
  'organizations/idempotency-keys.updateIdempotencyAnswer': does((a) => [
    a.row('idempotencyKeys'),
    { status: 200, location: null, answer: {} },
  ]),
  'organizations/idempotency-keys.deleteIdempotencyKeysBefore': does(() => [new Date('2100-01-01')]),
  'organizations/upload-rows.insertUpload': does(() => [
    { uploadId: randomUUID(), name: 'file.json', expiresAt: new Date('2100-01-01') },
  ]),
  'organizations/upload-rows.insertUploadChunks': does((a) => [
    a.row('uploads').uploadId,
    { first: 10, chunks: [new Uint8Array([1, 2])] },
  ]),
  'organizations/upload-rows.updateUploadComplete': does((a) => [
    { uploadId: a.row('uploads').uploadId, sizeBytes: 2, checksum: 'none' },
  ]),
  'organizations/upload-rows.findUpload': finds((a) => [a.row('wholeUploads').uploadId]),
  'organizations/upload-rows.listUploadChunks': finds((a) => [
    a.row('uploadChunks').uploadId,
    { from: 0, limit: 10 },
  ]),
  'organizations/upload-rows.deleteUpload': does((a) => [a.row('uploads').uploadId]),
  'organizations/upload-rows.deleteExpiredUploads': does(),
};
