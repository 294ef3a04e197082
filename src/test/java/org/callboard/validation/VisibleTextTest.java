package org.callboard.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands at the edge of a text, and what is blank. */
class VisibleTextTest {

    private static final List<String> UNSEEN = List.of(
            " ",
            "\t",
            "\r\n",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u1680",
            "\u180e",
            "\u2007",
            "\u200b",
            "\u200e",
            "\u2028",
            "\u202f",
            "\u2060",
            "\u205f",
            "\u3000",
            "\ufeff",
            "\u2800",
            "\u3164",
            "\u115f",
            "\u1160",
            "\uffa0",
            "\u061c",
            "\ud834\udd73");

    @Test
    void whatNobodySeesIsBlankAndNoEdge() {
        for (String unseen : UNSEEN) {
            String code = "U+%04X".formatted(unseen.codePointAt(0));
            assertThat(VisibleText.in(unseen + unseen)).as(code).isFalse();
            assertThat(VisibleText.orNull(unseen)).as(code).isNull();
            assertThat(VisibleText.strip(unseen + " Uma" + unseen + "One" + unseen))
                    .as(code)
                    .isEqualTo("Uma" + unseen + "One");
        }
    }

    /** Every character of the kinds that the rule names, beside some that are seen. */
    @Test
    void theRuleIsUnicodes() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
            String text = Character.toString(c);
            boolean seen = !text.matches("[\\p{IsWhite_Space}\\p{Cf}\\p{Cc}\\u115f\\u1160\\u2800\\u3164\\uffa0]");
            if (VisibleText.in(text) != seen) {
                throw new AssertionError("U+%04X".formatted(c));
            }
        });
    }

    @Test
    void joinersInsideANameStay() {
        for (String name : List.of(
                "नमस्\u200dते",
                "می\u200cخواهم",
                "👨\u200d👩\u200d👧",
                "Ann\u00a0Lee",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f")) {
            assertThat(VisibleText.strip("\u200b" + name + "\u00a0")).isEqualTo(name);
        }
    }

    @Test
    void nothingWithoutAWidthIsPartOfANumberOrAnAddress() {
        assertThat(VisibleText.clean("\u202a(937)\u00a0555\u2011\u200b2121\u202c"))
                .isEqualTo("(937) 555\u20112121");
        assertThat(VisibleText.clean("uma.\u200bone@\u2060example.com\u00a0")).isEqualTo("uma.one@example.com");
        assertThat(VisibleText.clean("937-555-2121\u2028937-555-2122")).isEqualTo("937-555-2121\n937-555-2122");
        assertThat(VisibleText.clean("\u3164\u2800")).isEmpty();
    }
}
