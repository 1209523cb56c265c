import { readVersion } from "@/lib/version";

// asked of the server that runs now, never of what was true when the app was built
export const dynamic = "force-dynamic";

/** What a page compares itself with. */
export async function GET(): Promise<Response> {
  return Response.json({ version: await readVersion() }, { headers: { "cache-control": "no-store" } });
}
