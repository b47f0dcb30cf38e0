import type en from "../../../messages/en";
import type { Locale as OurLocale } from "./locale";

// Keys of messages are checked by the compiler: a misspelt one is a type error.
declare module "next-intl" {
  interface AppConfig {
    Locale: OurLocale;
    Messages: typeof en;
  }
}
