// Written for any Node that knows modules, so that an old one hears a sentence and not a syntax error.
const MAJOR = 20;
const MINOR = 19;

/** Ends the process with a sentence where Node is too old for the packages. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return;
  console.error(
    'Nothing Is Agreed needs Node ' +
      MAJOR +
      '.' +
      MINOR +
      ' or newer; this is Node ' +
      process.versions.node +
      '. Get the current one from https://nodejs.org and try again.',
  );
  process.exit(1);
}
