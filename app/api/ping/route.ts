/** Answers without looking at anything: whether the web server is alive. `/api/health` tells whether it is fit. */
const answer = () => Response.json({ ok: true });

export const dynamic = "force-dynamic";
export const GET = answer;
export const POST = answer;
