package org.callboard.mail;

import org.callboard.validation.VisibleText;
import org.springframework.web.util.HtmlUtils;

/** Makes what people typed fit to be sent: no header can be smuggled in, and no markup. */
final class PlainText {

    private PlainText() {}

    /** One line without control characters, at most so long. */
    static String line(String text, int longest) {
        return cut(VisibleText.strip(text.replaceAll("[\\p{Cc}\\u2028\\u2029\\s]+", " ")), longest);
    }

    /** Lines that end with a newline each; no other control characters, no more than one empty line in a row. */
    static String lines(String text, int longest) {
        String plain = text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}&&[^\\n]]", "")
                .replaceAll("[ \\u00a0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n");
        return cut(VisibleText.strip(plain), longest);
    }

    /** The same words as HTML: paragraphs and line breaks, everything else escaped, nothing made a link. */
    static String html(String lines) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><body>\n");
        for (String paragraph : lines.split("\n\n", -1)) {
            html.append("<p>")
                    .append(HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    /** Never between the two halves of one character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
