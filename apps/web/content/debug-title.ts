export const debugTitle = "Diagnostics · Gimbal";
