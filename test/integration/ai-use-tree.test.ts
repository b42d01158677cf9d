import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { chooseAiUseTree } from '~/modules/capability/commands/choose-ai-use-tree';
import { settingInWords } from '~/modules/capability/domain/setting-words';
import { getAiUseTree } from '~/modules/capability/queries/get-ai-use-tree';
import { ReleaseScene } from './release-scene';

const db = await openTestDatabase();

describe('the tree that AI use is released in', () => {
  it('is chosen before the first release, said in the log, and kept by the release for good', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: Parameters<typeof db.tenant<T>>[1]) => db.tenant(organizationId, work);
    expect(await run(getAiUseTree)).toEqual({ tree: 'occupation', heldSince: null });
    expect(await run((ctx) => chooseAiUseTree(ctx, 'team'))).toBe(true);
    expect(await run((ctx) => chooseAiUseTree(ctx, 'team'))).toBe(false);
    expect(await run(getAiUseTree)).toEqual({ tree: 'team', heldSince: null });
    const entries = await run(({ tx }) =>
      tx.selectFrom('auditEntries').select('details').where('action', '=', 'settings.change').execute(),
    );
    const change = { field: 'aiUseTree', before: 'occupation', after: 'team' };
    expect(entries.map(({ details }) => details)).toEqual([{ changes: [change] }]);
    expect(settingInWords(change)).toEqual({
      ...{ field: 'Released tree of AI use', before: 'occupations', after: 'teams' },
    });
    await expect(run((ctx) => chooseAiUseTree(ctx, 'site'))).rejects.toThrow('occupations or teams');
  });

  it('cannot be chosen once a release holds one', async () => {
    const scene = await ReleaseScene.open(db, { North: [3, 1, 2, 0, 4] });
    await expect(scene.inTenant((ctx) => chooseAiUseTree(ctx, 'team'))).rejects.toThrow('already');
    const held = await scene.inTenant(getAiUseTree);
    expect(held).toEqual({ tree: 'occupation', heldSince: '2026-11-21' });
  });
});
