import { type DataCall, does, finds, reads } from './data-call';

const SOC = '99-9999.99';
const facts = { title: 'new', group: null, sector: null, jobZone: null, jobZoneInferred: false };
const frameworkKey = { instrument: 'durable', version: 'new' };

/** Calls of the modules occupations and frameworks; those that take a catalogue get the organization's own. */
export const CATALOGUE_CALLS: Readonly<Record<string, DataCall>> = {
  'occupations/anchor-rows.listAnchors': reads((a) => [
    a.row('ownOccupationAnchors').soc,
    [a.row('ownOccupationAnchors').kind],
  ]),
  'occupations/anchor-rows.replaceAnchors': does((a) => {
    const { soc, kind, sourceId } = a.row('ownOccupationAnchors');
    return [{ soc, sourceId, kinds: [kind], anchors: [{ kind, position: 1, text: 'new' }] }];
  }),
  'occupations/evidence-rows.listMeasures': reads((a) => [
    a.row('ownOccupationEvidence').soc,
    [a.row('ownOccupationEvidence').sourceKey],
  ]),
  'occupations/evidence-rows.replaceMeasures': does((a) => {
    const { soc, sourceId, sourceKey, release } = a.row('ownOccupationEvidence');
    const measure = {
      source: sourceKey,
      release,
      measure: 'new',
      value: 1,
      unit: null,
      n: null,
      precision: null,
    };
    return [{ soc, sourceId, measures: [measure] }];
  }),
  'occupations/occupation-description.findDescription': reads((a) => [a.row('ownOccupations').soc]),
  'occupations/occupation-description.listShownMeasures': reads((a) => [a.row('ownOccupationEvidence').soc]),
  'occupations/occupation-description.listShownAnchors': reads((a) => [a.row('ownOccupationAnchors').soc]),
  'occupations/occupation-description.listSourceRows': reads((a) => [[a.row('ownSources').sourceId]]),
  'occupations/onet-catalogue.isDescribedByRelease': finds((a) => [a.row('ownOccupations').soc]),
  'occupations/occupation-rows.findFacts': reads((a) => [a.row('ownOccupations').soc]),
  'occupations/occupation-rows.insertFacts': does(() => [{ soc: SOC, ...facts }]),
  'occupations/occupation-rows.updateFacts': does((a) => [{ soc: a.row('ownOccupations').soc, ...facts }]),
  'occupations/occupation-search.listOccupationFacts': reads(),
  'occupations/occupation-search.listRelatedTitles': does(),
  'occupations/occupation-search.listEvidenceCodes': finds(() => [['observed_exposure']]),
  'occupations/own-standard-links.insertOwnLink': does((a) => [
    { ...a.row('ownStandardLinks'), soc: SOC, linkedBy: 'new' },
  ]),
  'occupations/own-standard-links.deleteOwnLink': does((a) => [a.row('ownStandardLinks')]),
  'occupations/own-standard-links.listOwnLinkedStandards': does((a) => [a.row('ownStandardLinks').soc]),
  'occupations/own-standard-links.listOwnLinkedOccupations': reads((a) => [a.row('ownStandardLinks')]),
  'occupations/source-rows.findSourceId': finds((a) => [a.row('ownSources')]),
  'occupations/source-rows.insertSource': finds((a) => {
    const { sourceId: _id, importedAt: _at, ...source } = a.row('ownSources');
    return [source];
  }),

  'frameworks/cited-statements.listCitedStatements': reads((a) => [
    { frameworkIds: [a.row('ownFrameworks').frameworkId] },
  ]),
  'frameworks/framework-documents.findDocument': reads((a) => [
    { frameworkId: a.row('ownFrameworks').frameworkId, own: true },
  ]),
  'frameworks/framework-heads.listFrameworkHeads': reads((a) => [{ socs: [a.row('ownFrameworks').soc] }]),
  'frameworks/framework-rows.findFramework': reads((a) => [a.row('ownFrameworks')]),
  'frameworks/framework-rows.hasDocument': finds((a) => [a.row('ownFrameworks').frameworkId, null]),
  'frameworks/framework-rows.insertFramework': finds((a) => {
    const { soc, sourceId } = a.row('ownFrameworks');
    const row = { contextCovered: 'new', contentHash: 'new', sourceId, document: null };
    return [{ soc, ...frameworkKey }, row];
  }),
  'frameworks/framework-rows.updateFramework': does((a) => {
    const { frameworkId, sourceId } = a.row('ownFrameworks');
    return [frameworkId, { contextCovered: 'changed', sourceId, document: {} }];
  }),
  'frameworks/statement-confirmations.listRewordings': finds((a) => {
    const { fromStatementId, toStatementId } = a.row('rewordedStatements');
    return [[fromStatementId, toStatementId]];
  }),
  'frameworks/statement-confirmations.insertRewording': does(() => [{ first: 'new', second: 'newer' }]),
  'frameworks/statement-confirmations.deleteRewording': finds((a) => {
    const { fromStatementId, toStatementId } = a.row('rewordedStatements');
    return [{ first: toStatementId, second: fromStatementId }];
  }),
  'frameworks/statement-confirmations.listConfirmedSplits': reads((a) => [
    [a.row('confirmedSplits').statementId],
  ]),
  'frameworks/statement-confirmations.upsertConfirmedSplits': does((a) => [
    [{ statementId: a.row('confirmedSplits').statementId, label: 'changed' }],
  ]),
  'frameworks/statement-confirmations.deleteConfirmedSplits': finds((a) => [
    [a.row('confirmedSplits').statementId],
  ]),
  'frameworks/statement-rows.listLevels': reads((a) => [a.row('ownFrameworks').frameworkId]),
  'frameworks/statement-rows.insertLevels': does((a) => [
    a.row('ownFrameworks').frameworkId,
    [{ rank: 2, key: 'new', label: 'new', caption: null }],
  ]),
  'frameworks/statement-rows.updateCaptions': does((a) => [
    a.row('ownFrameworks').frameworkId,
    [{ rank: 1, caption: 'changed' }],
  ]),
  'frameworks/statement-rows.listStatements': reads((a) => [a.row('ownFrameworks').frameworkId]),
  'frameworks/statement-rows.replaceStatements': does((a) => [
    a.row('ownFrameworks').frameworkId,
    [
      {
        identity: 'new',
        rank: 1,
        dimension: null,
        position: 1,
        label: 'new',
        behaviour: 'new',
        split: 'source',
        citations: [{ source: 'new', title: 'new' }],
      },
    ],
  ]),
};
