package org.callboard.web.calls;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.OpenCall;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.people.CurrentUser;
import org.callboard.validation.VisibleText;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** A new call: somebody types what the caller says, and sees at once who that may be. Nothing is kept before that. */
@Controller
@RequestMapping("/calls/phone")
class NewCallController {

    /** @param key by which the page calls the call that it makes */
    record View(UUID key, String text) {}

    private static final int MAX_TYPED = 500;

    private final CallsPage page;
    private final NewCallModel model;
    private final OpenCall openCall;
    private final Drafts drafts;
    private final JsonMapper json;

    NewCallController(CallsPage page, NewCallModel model, OpenCall openCall, Drafts drafts, JsonMapper json) {
        this.page = page;
        this.model = model;
        this.openCall = openCall;
        this.drafts = drafts;
        this.json = json;
    }

    @GetMapping("/new")
    @PageAccess(Role.CSR)
    ModelAndView form(
            @RequestParam(defaultValue = "") String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return page.with("calls/new", new View(UUID.randomUUID(), number), htmx);
    }

    /** Who the caller may be, as far as anything was typed; {@code own} is the call that is there already. */
    @PostMapping("/matches")
    @PageAccess(Role.CSR)
    ModelAndView matches(Form form, Shell shell) {
        return new ModelAndView(
                "calls/matches",
                "view",
                model.of(typed(form), form.id("own"), shell.getCompany().region()));
    }

    /** Opens the call, or says more of it: {@code key} tells which it is. The answer's Location is where it goes on. */
    @PostMapping
    @PageAccess(Role.CSR)
    ResponseEntity<Void> open(Form form, Shell shell, @RequestParam UUID key) {
        long tenant = CurrentUser.get().tenantId();
        NewPerson person = NewPerson.of(typed(form), shell.getCompany().region());
        Call call = openCall.open(tenant, key, person.phone(), person.name());
        Map<String, List<String>> said = said(person, form.text("who"));
        if (form.has("go") && !said.isEmpty()) {
            drafts.add(tenant, DraftKey.call(call.id()), json.writeValueAsString(said));
        }
        return ResponseEntity.created(URI.create("/calls/phone/" + call.id())).build();
    }

    /** Nobody says more of whom they are. */
    private static String typed(Form form) {
        String text = VisibleText.clean(form.textOrEmpty("text"));
        return text.substring(0, Math.min(text.length(), MAX_TYPED));
    }

    /** What the form of the call begins with, as if it had been typed there. */
    private static Map<String, List<String>> said(NewPerson person, @Nullable String who) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        put(said, "who", who);
        put(said, "email", person.email());
        put(said, "street", person.street());
        put(said, "unit", person.unit());
        put(said, "city", person.city());
        put(said, "state", person.state());
        put(said, "zip", person.zip());
        return said;
    }

    private static void put(Map<String, List<String>> said, String field, @Nullable String value) {
        if (value != null) {
            said.put(field, List.of(value));
        }
    }
}
