import { authRoute } from "@/lib/access/auth";
import { signInWithLink } from "@/lib/access/commands/sign-in-with-link";
import { signInWithPassword } from "@/lib/access/commands/sign-in-with-password";

const handler = authRoute({ password: signInWithPassword, link: signInWithLink });

export { handler as GET, handler as POST };
