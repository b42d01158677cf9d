import type { FrameworkDocument } from '~/modules/frameworks/domain/document';
import { securityManagers } from './frameworks/11-3013.01';
import { securitySpecialists } from './frameworks/13-1199.07';
import { securitySupervisors } from './frameworks/33-1091.00';
import { investigators } from './frameworks/33-9021.00';
import { securityGuards } from './frameworks/33-9032.00';
import { controlRoomOperators } from './frameworks/43-5031.00';

/** The framework documents of the demo, one per occupation, in order of code. */
export const DEMO_FRAMEWORKS: readonly FrameworkDocument[] = [
  securityManagers,
  securitySpecialists,
  securitySupervisors,
  investigators,
  securityGuards,
  controlRoomOperators,
];
