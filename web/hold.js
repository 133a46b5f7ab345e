// What a drop, a file field or a text field hands over, as a list that lasts: the browser empties the others once its
// event is over. Folders of a drop are entries, to be walked later.
export function held(source) {
  if (typeof source === "string") return [new File([source], `${source.trim().slice(0, 40)}.txt`)];
  const entryOf = (item) => item.webkitGetAsEntry?.() ?? item.getAsFile();
  const list = source.items ? [...source.items].filter((item) => item.kind === "file").map(entryOf) : [...source];
  return list.filter(Boolean);
}
