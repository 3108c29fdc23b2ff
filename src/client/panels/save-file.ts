/** Hands a text to the browser as a file to keep. */
export const saveFile = (name: string, text: string): void => saveBytes(name, text, 'application/json');

/** Hands anything to the browser as a file to keep. */
export const saveBytes = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
