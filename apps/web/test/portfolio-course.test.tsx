import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { courseOf } from "@/features/portfolio/result/course";
import { CoursePanel } from "@/features/portfolio/result/course-panel";
import { NOW, ownerHistory, trade, tradeHistory } from "./support/history";
import { accountOf, USDC, withLong } from "./support/market";

const view = portfolioViewOf(withLong());
const WAD = 10n ** 18n;

/** Two accounts that closed parts in turn; one event of the same block as another. */
const history = ownerHistory({
  histories: [
    tradeHistory([
      trade({ blockNumber: 10n }),
      trade({ type: "decrease", blockNumber: 30n, logIndex: 4, realised: 90n * USDC }),
      trade({ type: "close", blockNumber: 50n, realised: -200n * USDC }),
    ]),
    tradeHistory([trade({ type: "close", blockNumber: 30n, logIndex: 2, realised: 10n * USDC })], {
      account: accountOf("short"),
    }),
  ],
  times: new Map([
    [10n, NOW - 500n],
    [30n, NOW - 300n],
    [50n, NOW - 100n],
  ]),
});

describe("realised profit over time", () => {
  test("adds what each trade realised, in the order of the chain, over all accounts", () => {
    expect(courseOf(view, history)).toEqual([
      { id: "30.2", time: Number(NOW) - 300, realised: 10n * WAD, sum: 10n * WAD },
      { id: "30.4", time: Number(NOW) - 300, realised: 90n * WAD, sum: 100n * WAD },
      { id: "50.1", time: Number(NOW) - 100, realised: -200n * WAD, sum: -100n * WAD },
    ]);
  });

  test("trades that realised nothing, and those whose time is unknown, are no steps", () => {
    const unknown = { ...history, times: new Map([[50n, NOW]]) };
    expect(courseOf(view, unknown)?.map(({ id }) => id)).toEqual(["50.1"]);
  });

  test("the table says the same as the chart, newest first", async () => {
    render(<CoursePanel view={view} history={{ status: "ok", data: history }} />);
    await userEvent.setup().click(screen.getByRole("button", { name: "Show as table" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getAllByRole("cell")[1]?.textContent)).toEqual([
      "−100.00",
      "+100.00",
      "+10.00",
    ]);
  });

  test("is not there while nothing was realised", () => {
    const { container } = render(
      <CoursePanel view={view} history={{ status: "ok", data: { ...history, histories: [] } }} />,
    );
    expect(container.innerHTML).toBe("");
  });
});
