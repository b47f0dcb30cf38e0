// Loaded into each child with --import. The channel to the parent closes when the parent ends, however it ends: then
// the child stops as if told to, and at once if it cannot. Processes that the child forks load this too, because they
// inherit its arguments; they have a parent of their own to follow, and their channel is left as it is.
const parent = Number(new URL(import.meta.url).searchParams.get("parent"));

if (process.ppid === parent && process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
