package org.callboard.web.calls;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.OpenCall;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.VisibleText;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new call: somebody types what the caller says, and sees at once who that may be. Nothing is kept before that. */
@Controller
@RequestMapping("/calls/phone")
class NewCallController {

    /** @param key by which the page calls the call that it makes */
    record View(UUID key, String text) {}

    private static final int MAX_TYPED = 500;

    /** More is not on its way at once. */
    private static final int MAX_BEFORE = 10;

    /** Of which fields of the call's form this may tell. Parts of two addresses are a place that nobody said. */
    private static final List<List<String>> TOLD = List.of(
            List.of("who"),
            List.of("name"),
            List.of("phone"),
            List.of("email"),
            List.of("street", "unit", "city", "state", "zip"));

    private final CallsPage page;
    private final NewCallModel model;
    private final OpenCall openCall;
    private final Drafts drafts;

    NewCallController(CallsPage page, NewCallModel model, OpenCall openCall, Drafts drafts) {
        this.page = page;
        this.model = model;
        this.openCall = openCall;
        this.drafts = drafts;
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
                model.of(
                        typed(form.textOrEmpty("text")),
                        form.id("own"),
                        shell.getCompany().region()));
    }

    /**
     * Opens the call, or says more of it: {@code key} tells which it is. Where somebody else talks with the number, a 409
     * says who, and nothing is kept, unless it is a call {@code apart}; {@code join} takes that one over {@code from} them.
     * Its form begins with what was typed, also where the page is gone before anybody was chosen; {@code before} is what the
     * page said of the call earlier, which is replaced. The answer's Location is where it goes on.
     */
    @PostMapping
    @PageAccess(Role.CSR)
    ResponseEntity<?> open(Form form, Shell shell, @RequestParam UUID key) {
        long tenant = CurrentUser.get().tenantId();
        NewPerson person =
                NewPerson.of(typed(form.textOrEmpty("text")), shell.getCompany().region());
        Long join = form.id("join");
        Long from = form.id("from");
        Call opened;
        try {
            opened = join != null && from != null
                    ? openCall.takeOver(tenant, key, join, from, person.name())
                    : openCall.open(tenant, key, person.phone(), person.name(), form.flag("apart"));
        } catch (Refusal e) {
            if (e.code() != RefusalCode.CALL_HELD) {
                throw e;
            }
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "call",
                            e.facts().getOrDefault("call", 0L),
                            "from",
                            e.facts().getOrDefault("claimedBy", 0L),
                            "why",
                            e.title()));
        }
        List<Map<String, List<String>>> before = form.values("before").stream()
                .limit(MAX_BEFORE)
                .map(text -> said(NewPerson.of(typed(text), shell.getCompany().region())))
                .toList();
        keep(tenant, opened, person, form.text("who"), before);
        return ResponseEntity.created(URI.create("/calls/phone/" + opened.id())).build();
    }

    /**
     * Where it is the user's, the form begins with what was typed. What stands there that this page did not say stays: a
     * colleague typed it, or the user on another page.
     */
    private void keep(
            long tenant, Call call, NewPerson person, @Nullable String who, List<Map<String, List<String>>> before) {
        if (call.desk() != CallDesk.Open || !call.isClaimedBy(CurrentUser.get().id())) {
            return;
        }
        drafts.put(
                tenant,
                DraftKey.call(call.id()),
                TOLD,
                said(call, person, who),
                (field, there) -> field.equals("who")
                        ? who == null
                        : before.stream().noneMatch(said -> there.equals(said.get(field))));
    }

    /** Nobody says more of whom they are. */
    private static String typed(String sent) {
        String text = VisibleText.clean(sent);
        return text.substring(0, Math.min(text.length(), MAX_TYPED));
    }

    /** What the form of the call begins with beside what the call says, as if it had been typed there. */
    private static Map<String, List<String>> said(Call call, NewPerson person, @Nullable String who) {
        Map<String, List<String>> said = said(person);
        put(said, "who", who);
        if (Objects.equals(person.name(), call.telephone().callerName())) {
            said.remove("name");
        }
        if (isWhole(call.number(), person.phone())) {
            said.remove("phone");
        }
        return said;
    }

    private static Map<String, List<String>> said(NewPerson person) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        put(said, "name", person.name());
        put(said, "phone", person.phone());
        put(said, "email", person.email());
        put(said, "street", person.street());
        put(said, "unit", person.unit());
        put(said, "city", person.city());
        put(said, "state", person.state());
        put(said, "zip", person.zip());
        return said;
    }

    /** Whether a number says all that was typed: it has no extension, and none where nobody could read it. */
    private static boolean isWhole(@Nullable String number, @Nullable String typed) {
        return typed == null || number != null && number.endsWith(typed.replaceAll("\\D", ""));
    }

    private static void put(Map<String, List<String>> said, String field, @Nullable String value) {
        if (value != null) {
            said.put(field, List.of(value));
        }
    }
}
