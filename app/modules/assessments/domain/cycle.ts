import type { Instrument } from '~/modules/frameworks/domain/dimension';
import type { PeopleFilter } from '~/modules/people/domain/people-filter';
import type { CycleState } from './cycle-states';

/** Kinds of raters that a cycle asks; calibrated values are decided afterwards. */
export const ASKED_KINDS = ['self', 'manager', 'peer'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

export const ASKED_KIND_WORDS: Readonly<Record<AskedKind, string>> = {
  self: 'Themselves',
  manager: 'Managers',
  peer: 'Peers',
};

/** What is settled in the draft of a cycle. */
export interface CycleFields {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Why people are rated, as they are told; null: not written yet. */
  readonly purpose: string | null;
  readonly instruments: readonly Instrument[];
  readonly raterKinds: readonly AskedKind[];
  /** blind: self and manager read each other when both are in; open: as soon as one is. */
  readonly selfManager: 'blind' | 'open';
  /** Who names peers: the manager, or the person with the manager's approval. */
  readonly peerChoice: 'manager' | 'person';
  readonly peersAnonymous: boolean;
  readonly peopleFilter: PeopleFilter;
  /** Days before the end on which those who still owe ratings get a letter, the earliest first. */
  readonly remindDays: readonly number[];
}

export interface Cycle extends CycleFields {
  readonly cycleId: string;
  readonly state: CycleState;
  /** Teams of the director whose cycle it is; empty: the organization's. */
  readonly teamScope: readonly string[];
  /** By occupation, then instrument; fixed when the cycle opens. */
  readonly frameworkVersions: FrozenVersions;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Counts its changes, so that of two who change the same state the second is told. */
  readonly revision: number;
}

export type FrozenVersions = Readonly<Record<string, Readonly<Partial<Record<Instrument, string>>>>>;

export const LONGEST_PURPOSE = 2000;
