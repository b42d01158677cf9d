import { setTimeout as pause } from 'node:timers/promises';
import { request } from '@playwright/test';
import { type DemoOrganization, type DemoRole, demoAccount } from './demo-accounts';
import { openSession } from './open-session';

const LIMIT_MS = 60_000;
const INTERVAL_MS = 100;

/** Resolves when both organizations have their figures computed, nothing pending, and a release. */
export async function waitForFigures(baseUrl: string): Promise<void> {
  for (const organization of ['demo', 'northgate'] as const) {
    const page = (role: DemoRole) => ({ baseUrl, organization, role });
    await waitFor(
      page('hr_partner'),
      (html) => html.includes('<table') && !html.includes('a change follows'),
    );
    await waitFor(
      page('executive'),
      (html) => html.includes('<table') && html.includes('Released figures of'),
    );
  }
}

interface Place {
  readonly baseUrl: string;
  readonly organization: DemoOrganization;
  readonly role: DemoRole;
}

async function waitFor(
  { baseUrl, organization, role }: Place,
  holds: (html: string) => boolean,
): Promise<void> {
  const session = await openSession(request, baseUrl, demoAccount(role, organization));
  try {
    for (const deadline = performance.now() + LIMIT_MS; ; await pause(INTERVAL_MS)) {
      const answer = await session.get(`/o/${organization}/heatmap`);
      if (answer.ok() && holds(await answer.text())) return;
      if (performance.now() > deadline)
        throw new Error(`No figures of ${organization} for the role ${role}.`);
    }
  } finally {
    await session.dispose();
  }
}
