// Runs in a browser: what of each picture is outside of it, which words overlap, and how clear they are.
const luminance = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const fillOf = (element) => luminance(getComputedStyle(element).fill);
const boxed = (element, what) => ({ what, box: element.getBoundingClientRect() });
const isOver = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;

function measured(svg) {
  const texts = [...svg.querySelectorAll("[aria-hidden] text")];
  const words = texts.map((text) => boxed(text, text.textContent));
  const marks = [...svg.querySelectorAll("circle, [aria-hidden] path, [aria-hidden] rect")];
  const whole = svg.getBoundingClientRect();
  const isOutside = ({ box }) =>
    box.left < whole.left - 1 ||
    box.right > whole.right + 1 ||
    box.top < whole.top - 1 ||
    box.bottom > whole.bottom + 1;
  const paper = fillOf(svg.querySelector("rect"));
  const contrasts = texts.map((text) => {
    const [light, dark] = [paper, fillOf(text)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  });
  return {
    words: words.length,
    outside: [...words, ...marks.map((mark) => boxed(mark, mark.outerHTML))].filter(isOutside).map(({ what }) => what),
    overlapping: words.flatMap((word, at) =>
      words
        .slice(at + 1)
        .filter((other) => isOver(word.box, other.box))
        .map((other) => `${word.what} | ${other.what}`),
    ),
    contrast: Math.min(...contrasts),
    isDark: paper < 0.5,
    smallest: Math.min(...words.map(({ box }) => box.height)),
  };
}

const results = [...document.querySelectorAll("svg")].map(measured);
document.body.textContent = JSON.stringify(results);
