import { withCountWords } from "@/lib/kernel/count-words";
import activities from "./activities.json" with { type: "json" };
import camera from "./camera.json" with { type: "json" };
import desk from "./desk.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import events from "./events.json" with { type: "json" };
import expiry from "./expiry.json" with { type: "json" };
import files from "./files.json" with { type: "json" };
import imports from "./imports.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import members from "./members.json" with { type: "json" };
import overview from "./overview.json" with { type: "json" };
import portal from "./portal.json" with { type: "json" };
import products from "./products.json" with { type: "json" };
import rewards from "./rewards.json" with { type: "json" };
import rules from "./rules.json" with { type: "json" };
import segments from "./segments.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import setup from "./setup.json" with { type: "json" };
import sheet from "./sheet.json" with { type: "json" };
import signIn from "./signIn.json" with { type: "json" };
import simulator from "./simulator.json" with { type: "json" };
import site from "./site.json" with { type: "json" };
import tiers from "./tiers.json" with { type: "json" };
import till from "./till.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };
import unsubscribe from "./unsubscribe.json" with { type: "json" };

const messages = {
  events,
  activities,
  camera,
  desk,
  errors,
  files,
  imports,
  expiry,
  mail,
  members,
  overview,
  portal,
  products,
  rewards,
  rules,
  segments,
  settings,
  setup,
  sheet,
  signIn,
  simulator,
  site,
  tiers,
  till,
  ui,
  unsubscribe,
};

export default withCountWords(messages, "en");
