import type { Database } from '../../store/database.ts';
import { DutyRepository } from '../../store/repositories/duty-repository.ts';

const HOUR_MS = 3_600_000;
const SHIFT_HOURS = 8;

/** Some days of shifts around `now`: two dispatchers' work in turn, an agent for complaints, a supervisor above. */
export async function seedRoster(database: Database, { now, days }: { readonly now: number; readonly days: number }) {
  const staff = await database.query.selectFrom('staff').select(['id', 'login']).execute();
  const ids = new Map(staff.map(({ login, id }) => [login, id]));
  const begin = Math.floor(now / HOUR_MS) * HOUR_MS - 2 * HOUR_MS;
  const shift = (
    login: string,
    queue: 'fault' | 'complaint' | 'supervision',
    [from, hours]: readonly [number, number],
  ) => ({
    ...{ id: `${queue}-${from}`, staff_id: ids.get(login) ?? login, queue },
    ...{ from_at: begin + from * HOUR_MS, until_at: begin + (from + hours) * HOUR_MS },
  });
  const shifts = Array.from({ length: days }, (_, day) => day * 24).flatMap((from) => [
    shift('dispatcher', 'fault', [from, SHIFT_HOURS]),
    shift('supervisor', 'fault', [from + SHIFT_HOURS, SHIFT_HOURS]),
    shift('agent1', 'complaint', [from + 1, SHIFT_HOURS]),
    shift('supervisor', 'supervision', [from, 2 * SHIFT_HOURS]),
  ]);
  await database.commit(new DutyRepository(database).save(shifts));
}
