import { Command } from 'commander';
export function importCommand(_: unknown): Command { return new Command('import'); }
