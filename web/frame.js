// Gives every <iframe data-sorot> the height that the explorer inside tells (embed.html?height=auto).
addEventListener("message", ({ data, source }) => {
  if (data?.sorot !== 1 || data.type !== "resize" || !(data.height > 0 && data.height < 20000)) return;
  for (const frame of document.querySelectorAll("iframe[data-sorot]")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.height)}px`;
  }
});
