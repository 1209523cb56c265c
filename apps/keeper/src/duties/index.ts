import { backstop } from "./backstop";
import type { Duty } from "./duty";
import { mark } from "./mark";
import type { DutyName } from "./names";
import { net } from "./net";
import { pokes } from "./pokes";
import { rebalance } from "./rebalance";
import { soft } from "./soft";
import { take } from "./take";

/** Every duty by its name. */
export const duties: Readonly<Record<DutyName, Duty>> = { mark, take, soft, net, backstop, rebalance, pokes };
