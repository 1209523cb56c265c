import { createTransport, http, type Transport } from "viem";
import { LOCAL_CHAIN, type Runtime } from "@/features/data/runtime-context";
import type { SendRequest } from "./rotation";
import { useRpc } from "./rpc-store";

const options = { retryCount: 0, timeout: 8_000 };
const PROBE_MS = 2_000;

/** Until a preferred endpoint is tried again [ms]. */
const RETURN_MS = { local: 5_000, remote: 60_000 };

/** The chain by whichever of the server's endpoints answers, the first one preferred. */
export function rpcTransport({ chainId, rpcUrls }: Pick<Runtime, "chainId" | "rpcUrls">): Transport {
  const [first, ...others] = rpcUrls;
  if (others.length === 0) return http(first, options);
  // most deployments have one endpoint: the rest loads for those that have more
  const rotation = import("./rotation");
  return (config) => {
    const sending = rotation.then(({ rotate }) =>
      rotate({
        // of `config`, and not the transport's own: that one would wrap each error once more
        endpoints: rpcUrls.map((url) => http(url, options)(config).config.request as SendRequest),
        chainId,
        returnAfterMs: chainId === LOCAL_CHAIN ? RETURN_MS.local : RETURN_MS.remote,
        probeMs: PROBE_MS,
        onMove: (current) => useRpc.setState({ current }),
      }),
    );
    const request: SendRequest = async (args) => (await sending)(args);
    return createTransport({
      key: "rotation",
      name: "Endpoints in turn",
      type: "rotation",
      ...options,
      request: request as never,
    });
  };
}
