/** Hands a text to the browser as a file. Nothing leaves this machine. */
export function download(name: string, text: string): void {
  // the mark tells spreadsheets that the file is UTF-8
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}
