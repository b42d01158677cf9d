import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { SignIn, TargetRow } from './demo-organization';
import type { Culture } from './names';
import type { RoleKey } from './roles';
import type { TeamSpec } from './team-tree';

export interface SiteSpec {
  readonly name: string;
  readonly cultures: readonly Culture[];
  /** Added to the ability of everyone at the site, in levels. */
  readonly shift: number;
}

/** A post named by its team and its index in the team. */
export interface SeatReference {
  readonly team: string;
  readonly index: number;
}

/** Bounds on the levels of some people, so that a pattern is there for certain. */
export interface AbilityPattern {
  readonly team: string;
  /** Roles that it holds for; absent: everyone in the team's subtree. */
  readonly roles?: readonly RoleKey[];
  /** Absent: every dimension. */
  readonly dimensions?: readonly Dimension[];
  /** Added to the ability before the bounds apply, in levels. */
  readonly lift?: number;
  readonly floor?: Level;
  readonly cap?: Level;
  /** A person in the team who has this level instead. */
  readonly exception?: { readonly index: number; readonly level: Level };
}

/** A person with a fixed name, and the sign-in that belongs to the person. */
export interface CastMember {
  readonly name: string;
  readonly role: SignIn['role'];
  /** Null: signs in without being in the directory. */
  readonly seat: SeatReference | null;
  readonly teamPath?: string;
}

/** A named critical post. */
export interface PostSpec {
  readonly title: string;
  /** Path of the team that it belongs to. */
  readonly team: string;
  readonly occupation: string;
  readonly band: number;
  /** Who of the team holds it, counted as seats are; absent: it is vacant. */
  readonly seat?: number;
  /** full: every dimension with its reason; part: reasons for the critical ones only. */
  readonly profile: 'full' | 'part' | 'none';
  /** As the positions CSV writes it. */
  readonly horizon?: string;
}

/** What a demo organization is made from. */
export interface OrganizationSpec {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly mailDomain: string;
  readonly teams: readonly TeamSpec[];
  readonly sites: readonly SiteSpec[];
  readonly cast: readonly CastMember[];
  readonly patterns: readonly AbilityPattern[];
  /** Teams that use AI well; elsewhere AI use lags behind the durable domains. */
  readonly aiPockets: readonly string[];
  /** Teams whose members are rated by three peers each in the second cycle. */
  readonly peerTeams: readonly string[];
  /** A team in which some dimensions of about half the people could not be rated. */
  readonly hardToRate: { readonly team: string; readonly dimensions: readonly Dimension[] } | null;
  /** Roles whose second cycle was closed with a calibration by the HR partner. */
  readonly calibratedRoles: readonly RoleKey[];
  /** How many people are away, gone, new since the last cycle, promoted since the first, in two occupations. */
  readonly counts: {
    readonly leave: number;
    readonly left: number;
    readonly newcomers: number;
    readonly promoted: number;
    readonly twoOccupations: number;
    readonly unavailable: number;
  };
  readonly targets: readonly TargetRow[];
  readonly posts: readonly PostSpec[];
}
