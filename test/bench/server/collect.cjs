// Loaded before the server by the bench: memory is measured without garbage.
process.on('SIGUSR2', () => globalThis.gc?.());
