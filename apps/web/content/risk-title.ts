export const riskTitle = "Risk · Gimbal";
