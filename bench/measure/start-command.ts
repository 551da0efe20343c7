import packageFile from '../../package.json' with { type: 'json' };

const { start } = packageFile.scripts;
const [, assignments = '', command = ''] = /((?:[A-Z_]+=\S+ )*)exec node (.+)$/.exec(start) ?? [];

/** What `npm start` gives to Node. */
export function startCommand(): readonly string[] {
  return command.split(' ');
}

/** The environment that `npm start` sets before Node starts: how the system's allocator gives memory back. */
export function startEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assignments
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => part.split('=') as [string, string]),
  );
}
