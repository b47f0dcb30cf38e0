import { redirect } from "next/navigation";
import { staffPage } from "@/lib/access/session";
import { homeOf } from "./areas";

export default async function Home({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await staffPage(program);
  redirect(homeOf(program, actor.role));
}
