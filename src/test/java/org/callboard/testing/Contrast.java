package org.callboard.testing;

import com.microsoft.playwright.Page;
import java.util.List;

/** How well text stands out from what is behind it, as WCAG 2.2 counts it, with whatever is half transparent taken in. */
public final class Contrast {

    private static final String FAINT = """
            ([root, least]) => {
              const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              const rgba = color => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
                return [r, g, b, a / 255];
              };
              const over = (below, [r, g, b, a], opacity) =>
                [r, g, b].map((part, i) => below[i] + (part - below[i]) * a * opacity);
              const light = rgb => rgb.map(part => part / 255)
                .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);
              const ratio = element => {
                const chain = [];
                for (let one = element; one; one = one.parentElement) chain.unshift(one);
                let behind = [255, 255, 255], opacity = 1;
                for (const one of chain) {
                  const style = getComputedStyle(one);
                  opacity *= style.opacity;
                  behind = over(behind, rgba(style.backgroundColor), opacity);
                }
                const [a, b] = [light(over(behind, rgba(getComputedStyle(element).color), opacity)), light(behind)];
                return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
              };
              document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish());
              const faint = new Map();
              for (const element of document.querySelectorAll(`${root} *`)) {
                const text = element.matches('input, select, textarea') ? element.value
                  : [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('');
                if (!text.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden')
                  || element.matches('[type=radio], [type=checkbox], option')) continue;
                const found = ratio(element);
                if (found < least) faint.set(`${element.tagName.toLowerCase()}.${element.className}`, `${found.toFixed(1)} ${text.trim()}`);
              }
              return [...faint].map(([what, how]) => `${what}: ${how}`);
            }""";

    private Contrast() {}

    /** The elements under a selector whose text is fainter than 4.5 to 1, each with its ratio and its text. */
    @SuppressWarnings("unchecked")
    public static List<String> faint(Page page, String root) {
        return (List<String>) page.evaluate(FAINT, List.of(root, 4.5));
    }
}
