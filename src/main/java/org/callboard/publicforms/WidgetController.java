package org.callboard.publicforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import org.callboard.access.OpenAccess;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The one line of script for a company's own website. */
@Controller
class WidgetController {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", UTF_8);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Settings(String label, String heading, String path, String color, String ink) {}

    private final PublicFormAccess access;
    private final JsonMapper json;
    private final String script;

    WidgetController(PublicFormAccess access, JsonMapper json) throws IOException {
        this.access = access;
        this.json = json;
        this.script = new ClassPathResource("book/widget.js").getContentAsString(UTF_8);
    }

    /** The page's own words and colors stand in front, as data. It is asked for again after some minutes, by its tag. */
    @GetMapping("/book/{token}/widget.js")
    @OpenAccess("a script that shows the page of its address, and holds what that page shows")
    ResponseEntity<String> widget(@PathVariable String token) {
        BookingPage page = access.open(token).page();
        Settings settings = new Settings(
                page.texts().widgetLabel(),
                page.texts().heading(),
                "/book/" + page.token(),
                page.color().code(),
                page.color().ink().code());
        String body = script.replace(
                "/* settings */ {}", json.writeValueAsString(settings).replace("<", "\\u003c"));
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .eTag(DigestUtils.md5DigestAsHex(body.getBytes(UTF_8)))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(body);
    }
}
