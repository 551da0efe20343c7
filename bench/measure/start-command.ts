import packageFile from '../../package.json' with { type: 'json' };

/** What `npm start` gives to Node. */
export function startCommand(): readonly string[] {
  return packageFile.scripts.start.slice(packageFile.scripts.start.lastIndexOf('node ') + 'node '.length).split(' ');
}
