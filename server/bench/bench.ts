/** One measurement of the product as it runs. `run` prints its figures and answers whether every stated target was met. */
export type Bench = {
  /** what is measured, in one line of the list */
  says: string;
  /** its options, one a line */
  help: string;
  run: (args: readonly string[]) => Promise<boolean>;
};
