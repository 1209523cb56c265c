export const liquidationsTitle = "Liquidations · Gimbal";
