import { ensureBuild } from "./lib/build";
import { Lifecycle } from "./lib/lifecycle";

/** Builds the web app, unless what is built is what the sources say. */
const life = new Lifecycle();
await life.run(async () => {
  await ensureBuild((child) => life.add(child.stop));
  await life.stop(0);
});
