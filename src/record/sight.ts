// What a reader may see: the one condition that every look at reports carries.
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import type { StoreSchema } from './schema.js';

/** Holds for the reports that somebody may see. It is put to a query in which `report` stands under its own name. */
export function seenBy({ clearance, grants = [] }: ReaderOf): Expression<SqlBool> {
  const eb = expressionBuilder<StoreSchema, 'report'>();
  const ways: Expression<SqlBool>[] = clearance === null ? [] : [eb('report.mark', 'in', marksUpTo(clearance))];
  for (const grant of grants)
    ways.push(
      eb.and([
        eb('report.mark', 'in', marksUpTo(grant.clearance)),
        eb.exists(
          eb
            .selectFrom('filing as granted')
            .select('granted.process')
            .whereRef('granted.report', '=', 'report.id')
            .where('granted.process', '=', grant.process),
        ),
      ]),
    );
  return ways.length === 0 ? eb.lit(false) : eb.or(ways);
}

/** True where somebody may see that the process is there. */
export const seesProcess = ({ clearance, grants = [] }: ReaderOf, process: string): boolean =>
  clearance !== null || grants.some((grant) => grant.process === process);

/** True where the same is seen in all processes, so that counts kept by mark alone hold. */
export const seesAlike = ({ grants = [] }: ReaderOf): boolean => grants.length === 0;
