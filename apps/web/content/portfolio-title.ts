export const portfolioTitle = "Portfolio · Gimbal";
