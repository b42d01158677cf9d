import type postgres from 'postgres';

/** Dates stay text (a day has no time zone); 64-bit counts are numbers; timestamps are Dates. */
export const POSTGRES_TYPES: Record<string, postgres.PostgresType> = {
  date: {
    to: 1082,
    from: [1082],
    serialize: (value: unknown) => String(value),
    parse: (value: string) => value,
  },
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: unknown) => String(value),
    parse: (value: string) => Number(value),
  },
  numeric: {
    to: 1700,
    from: [1700],
    serialize: (value: unknown) => String(value),
    parse: (value: string) => Number(value),
  },
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
    parse: (value: string) => new Date(value),
  },
};
