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
import org.callboard.calls.OpenCall.Opened;
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

    /** The fields of the call's form of which what is typed here may tell. */
    private static final List<String> TOLD =
            List.of("who", "name", "phone", "email", "street", "unit", "city", "state", "zip");

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
                model.of(typed(form), form.id("own"), shell.getCompany().region()));
    }

    /**
     * Opens the call, or says more of it: {@code key} tells which it is. Where somebody else talks with the number, a 409
     * says who, and nothing is kept, unless it is a call {@code apart}; {@code join} takes that one over {@code from} them.
     * Its form begins with what was typed, also where the
     * page is gone before anybody was chosen. The answer's Location is where it goes on.
     */
    @PostMapping
    @PageAccess(Role.CSR)
    ResponseEntity<?> open(Form form, Shell shell, @RequestParam UUID key) {
        long tenant = CurrentUser.get().tenantId();
        NewPerson person = NewPerson.of(typed(form), shell.getCompany().region());
        Long join = form.id("join");
        Long from = form.id("from");
        Opened opened;
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
        keep(tenant, opened, person, form.text("who"));
        return ResponseEntity.created(URI.create("/calls/phone/" + opened.call().id()))
                .build();
    }

    /** Where it is the user's, the form begins with what was typed; what somebody else typed there before stays. */
    private void keep(long tenant, Opened opened, NewPerson person, @Nullable String who) {
        Call call = opened.call();
        if (call.desk() != CallDesk.Open || !call.isClaimedBy(CurrentUser.get().id())) {
            return;
        }
        DraftKey key = DraftKey.call(call.id());
        Map<String, List<String>> said = said(call, person, who);
        if (opened.joined()) {
            drafts.of(tenant, key)
                    .filter(draft -> draft.savedBy() != CurrentUser.get().id())
                    .ifPresent(theirs -> said.keySet()
                            .removeIf(field -> !field.equals("who")
                                    && drafts.value(theirs, field).isPresent()));
        }
        drafts.put(tenant, key, opened.joined() ? said.keySet() : TOLD, said);
    }

    /** Nobody says more of whom they are. */
    private static String typed(Form form) {
        String text = VisibleText.clean(form.textOrEmpty("text"));
        return text.substring(0, Math.min(text.length(), MAX_TYPED));
    }

    /** What the form of the call begins with beside what the call says, as if it had been typed there. */
    private static Map<String, List<String>> said(Call call, NewPerson person, @Nullable String who) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        put(said, "who", who);
        put(said, "name", Objects.equals(person.name(), call.telephone().callerName()) ? null : person.name());
        put(said, "phone", isWhole(call.number(), person.phone()) ? null : person.phone());
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
