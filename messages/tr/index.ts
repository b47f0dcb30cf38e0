import activities from "./activities.json";
import desk from "./desk.json";
import errors from "./errors.json";
import events from "./events.json";
import expiry from "./expiry.json";
import imports from "./imports.json";
import mail from "./mail.json";
import members from "./members.json";
import overview from "./overview.json";
import portal from "./portal.json";
import products from "./products.json";
import rewards from "./rewards.json";
import rules from "./rules.json";
import segments from "./segments.json";
import settings from "./settings.json";
import setup from "./setup.json";
import sheet from "./sheet.json";
import signIn from "./signIn.json";
import simulator from "./simulator.json";
import site from "./site.json";
import till from "./till.json";
import ui from "./ui.json";
import unsubscribe from "./unsubscribe.json";

export default {
  events,
  activities,
  desk,
  errors,
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
  till,
  ui,
  unsubscribe,
};
