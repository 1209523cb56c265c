/** The risk reads, loaded beside the page: what they decode is no part of its first load. */
export { readForecastHistory, readRisk } from "@gimbal/sdk";
