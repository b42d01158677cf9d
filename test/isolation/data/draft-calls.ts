import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds, reads } from './data-call';

const draft = { title: 'new', instrument: 'durable', statements: 0, content: {} };

/** Calls of the module frameworks about drafts of own frameworks and about sources. */
export const DRAFT_CALLS: Readonly<Record<string, DataCall>> = {
  'frameworks/draft-rows.listDraftRows': reads(),
  'frameworks/draft-rows.findDraftRow': reads((a) => [a.row('ownFrameworkDrafts').draftId]),
  'frameworks/draft-rows.findOpenDraft': finds((a) => [a.row('ownFrameworkDrafts')]),
  'frameworks/draft-rows.insertDraftRow': does((a) => [
    { draftId: randomUUID(), soc: a.row('ownFrameworkDrafts').soc, version: 'new', ...draft },
  ]),
  'frameworks/draft-rows.updateDraftRow': finds((a) => {
    const { draftId, revision } = a.row('ownFrameworkDrafts');
    return [{ draftId, revision, version: 'changed', statements: 0, content: {} }];
  }),
  'frameworks/draft-rows.updateDraftPublished': finds((a) => {
    const { draftId, revision } = a.row('ownFrameworkDrafts');
    return [{ draftId, revision, frameworkId: a.row('ownFrameworks').frameworkId }];
  }),
  'frameworks/draft-rows.deleteDraftRow': finds((a) => {
    const { draftId, revision } = a.row('ownFrameworkDrafts');
    return [{ draftId, revision }];
  }),
  'frameworks/framework-sources.findFrameworkSource': reads((a) => [
    { sourceId: a.row('ownFrameworks').sourceId, own: true },
  ]),
};
