import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { TargetRow } from './demo-organization';

/** Per dimension: required level, weight, and `!` where it is critical; for example `2x3!`. */
type Requirement = `${1 | 2 | 3 | 4}x${1 | 2 | 3}${'' | '!'}`;
type Requirements = Partial<Readonly<Record<Dimension, Requirement>>>;

function toRows(occupation: string, band: number, requirements: Requirements): TargetRow[] {
  return DIMENSIONS.flatMap((dimension): TargetRow[] => {
    const requirement = requirements[dimension];
    if (requirement === undefined) return [];
    const [level = '', weight = ''] = requirement.replace('!', '').split('x');
    const critical = requirement.endsWith('!') ? 'yes' : 'no';
    return [{ occupation, role_band: String(band), dimension, level, weight, critical }];
  });
}

/** The written target profiles of guards in bands 1 and 2. */
export const GUARD_TARGETS: readonly TargetRow[] = [
  ...toRows('33-9032.00', 1, {
    communication: '1x2',
    critical_thinking: '1x1',
    collaboration: '1x1',
    character: '1x3!',
    mindfulness: '1x1',
    fortitude: '1x2',
    ai_use: '1x1',
    mastery: '1x3!',
  }),
  ...toRows('33-9032.00', 2, {
    communication: '2x2!',
    critical_thinking: '2x2',
    collaboration: '2x1',
    character: '2x3!',
    mindfulness: '2x1',
    fortitude: '2x2',
    ai_use: '1x1',
    mastery: '2x3!',
  }),
];

/** The written target profiles of supervisors in bands 2 and 3. */
export const SUPERVISOR_TARGETS: readonly TargetRow[] = [
  ...toRows('33-1091.00', 2, {
    communication: '2x2',
    leadership: '2x3!',
    critical_thinking: '2x2',
    collaboration: '2x2',
    character: '2x2',
    fortitude: '2x1',
    ai_use: '2x1',
    mastery: '2x3!',
  }),
  ...toRows('33-1091.00', 3, {
    communication: '3x2!',
    leadership: '3x3!',
    critical_thinking: '3x2',
    collaboration: '3x2',
    character: '3x2',
    growth_mindset: '2x1',
    fortitude: '3x1',
    ai_use: '2x1',
    mastery: '3x3!',
  }),
];

/** The written target profiles of managers in bands 3 and 4. */
export const MANAGER_TARGETS: readonly TargetRow[] = [
  ...toRows('11-3013.01', 3, {
    communication: '3x2',
    leadership: '3x3!',
    metacognition: '2x1',
    critical_thinking: '3x2!',
    collaboration: '3x2',
    character: '3x2',
    fortitude: '3x1',
    ai_use: '2x2',
    mastery: '3x3!',
  }),
  ...toRows('11-3013.01', 4, {
    communication: '4x2!',
    leadership: '4x3!',
    metacognition: '3x1',
    critical_thinking: '4x2!',
    collaboration: '3x2',
    character: '4x2',
    creativity: '3x1',
    growth_mindset: '3x1',
    fortitude: '3x1',
    ai_use: '3x2',
    mastery: '4x3!',
  }),
];
