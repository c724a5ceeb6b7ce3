import { UsageError } from '../cli/cli-options.ts';

/** A whole number from 1 on; `usual` when it was not given. */
export function wholeNumber(value: string | undefined, { name, usual }: { name: string; usual: number }): number {
  if (value === undefined) return usual;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name} is a whole number from 1 on.`);
  return number;
}
