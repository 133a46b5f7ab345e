// What a drop, a file field or a text field hands over, as a list that lasts: the browser empties the others once its
// event is over. Folders of a drop are entries, to be walked later.
export function held(source) {
  if (typeof source === "string") return [new File([source], `${source.trim().slice(0, 40)}.txt`)];
  if (!source.items) return [...source];
  const one = (item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? entry : item.getAsFile();
  };
  return [...source.items].filter((item) => item.kind === "file").map(one).filter(Boolean);
}
