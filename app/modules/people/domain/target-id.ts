import { OCCUPATION_CODE } from './occupation-cell';
import type { TargetKey } from './plan-targets';
import { isRoleBand } from './role-band';

/** How a program names a target: `33-9032.00:2:leadership`. It stays the same whatever level is asked. */
export function targetIdOf({ soc, roleBand, dimension }: TargetKey): string {
  return `${soc}:${roleBand}:${dimension}`;
}

/** The target that an id names; null for what is none. */
export function readTargetId(id: string): TargetKey | null {
  const [soc = '', band = '', dimension = '', ...more] = id.split(':');
  const roleBand = Number(band);
  if (more.length > 0 || !OCCUPATION_CODE.test(soc) || !isRoleBand(roleBand) || band !== String(roleBand))
    return null;
  return /^[a-z_]{1,40}$/.test(dimension) ? { soc, roleBand, dimension } : null;
}
