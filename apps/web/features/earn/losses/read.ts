/** The reads of losses, loaded beside the page. */
export { readLosses } from "@gimbal/sdk";
