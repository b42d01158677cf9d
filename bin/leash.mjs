// Preloaded into processes that must not outlive the one that started them (`node --import`): when the channel to
// it closes, even by kill -9, the process is asked to stop, and ended if it does not.
if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 25_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
