// Returns each text whose contrast with what is behind it is less than WCAG 2.2 AA (1.4.3) asks for.
const channels = color => (color.match(/[\d.]+/g) ?? []).map(Number);
const light = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const over = (front, back) => {
  const alpha = front[3] ?? 1;
  return [0, 1, 2].map(i => front[i] * alpha + back[i] * (1 - alpha));
};
const behind = element => {
  if (!element) {
    return [255, 255, 255];
  }
  const own = channels(getComputedStyle(element).backgroundColor);
  return (own[3] ?? 1) === 1 ? own : over(own, behind(element.parentElement));
};
const faults = [];
for (const element of document.querySelectorAll('body *')) {
  const texts = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!texts || !element.checkVisibility() || element.matches('.skip')) {
    continue;
  }
  const style = getComputedStyle(element);
  const back = behind(element);
  const [one, two] = [light(over(channels(style.color), back)), light(back)].sort((a, b) => b - a);
  const ratio = (one + 0.05) / (two + 0.05);
  const size = parseFloat(style.fontSize);
  const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  if (ratio < needed) {
    faults.push(`${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`);
  }
}
return faults;
