export const earnTitle = "Earn · Gimbal";
