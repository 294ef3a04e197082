package org.callboard.web.calls;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.callbacks.CallBackClaims;
import org.callboard.callbacks.DismissCallBack;
import org.callboard.callbacks.ReachCallBack;
import org.callboard.callbacks.TryCallBack;
import org.callboard.callbacks.TryOutcome;
import org.callboard.calls.Call;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.web.calls.InquiryModel.Sent;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Those who called and reached nobody, on the Calls screen. */
@Controller
@RequestMapping("/calls/phone/back/{id}")
class CallBackController {

    private static final String CALL_BACK = "calls/call-back";

    private final CallsPage page;
    private final CallBackModel model;
    private final CallModel calls;
    private final Changes changes;
    private final CallBackClaims claims;
    private final TryCallBack tryCallBack;
    private final ReachCallBack reachCallBack;
    private final DismissCallBack dismissCallBack;

    CallBackController(
            CallsPage page,
            CallBackModel model,
            CallModel calls,
            Changes changes,
            CallBackClaims claims,
            TryCallBack tryCallBack,
            ReachCallBack reachCallBack,
            DismissCallBack dismissCallBack) {
        this.page = page;
        this.model = model;
        this.calls = calls;
        this.changes = changes;
        this.claims = claims;
        this.tryCallBack = tryCallBack;
        this.reachCallBack = reachCallBack;
        this.dismissCallBack = dismissCallBack;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView callBack(
            @PathVariable long id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return page.with(CALL_BACK, model.callBack(id, Sent.NOTHING, Form.blank()), htmx);
    }

    @GetMapping("/state")
    @PageAccess(Role.Viewer)
    ModelAndView state(@PathVariable long id) {
        return new ModelAndView("calls/call-back :: state", "state", model.state(id));
    }

    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(@PathVariable long id) {
        model.state(id);
        return new ModelAndView("calls/history", "view", changes.of(tenant(), EntityKind.CALL_BACK, id));
    }

    @PostMapping("/claim")
    @PageAccess(Role.CSR)
    ModelAndView claim(@PathVariable long id) {
        return answer(id).after(() -> claims.claim(tenant(), id));
    }

    @PostMapping("/take-over")
    @PageAccess(Role.CSR)
    ModelAndView takeOver(@PathVariable long id, @RequestParam long from) {
        return answer(id).after(() -> claims.takeOver(tenant(), id, from));
    }

    @PostMapping("/release")
    @PageAccess(Role.CSR)
    ModelAndView release(@PathVariable long id) {
        return answer(id).after(() -> claims.release(tenant(), id));
    }

    /** A sign of life; a conflict tells the page that the call-back is no longer its user's. */
    @PostMapping("/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        boolean kept = claims.prolong(tenant(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    /** Notes a try that reached nobody. */
    @PostMapping("/try")
    @PageAccess(Role.CSR)
    ModelAndView tried(@PathVariable long id, Form form) {
        String memo = form.raw("memo");
        try {
            TryOutcome outcome = form.choice("outcome", TryOutcome.class);
            form.refuseIfWrong();
            tryCallBack.tried(tenant(), id, outcome, memo);
        } catch (Refusal e) {
            return refusedTry(id, form, e);
        }
        return new ModelAndView(CALL_BACK, "view", model.callBack(id, Sent.NOTHING, Form.blank()));
    }

    /** The missed call is the user's from here on; it is what is answered. */
    @PostMapping("/reached")
    @PageAccess(Role.CSR)
    ModelAndView reached(@PathVariable long id, Form form, Shell shell) {
        String memo = form.raw("memo");
        Call call;
        try {
            call = reachCallBack.reached(tenant(), id, memo);
        } catch (Refusal e) {
            return refusedTry(id, form, e);
        }
        return new ModelAndView("calls/phone", "view", calls.call(call.id(), Sent.NOTHING, shell));
    }

    @PostMapping("/dismiss")
    @PageAccess(Role.CSR)
    ModelAndView dismiss(@PathVariable long id, Form form) {
        return answer(id)
                .after(
                        () -> dismissCallBack.dismiss(tenant(), id, form.id("callReason"), form.raw("memo")),
                        Sent.NOTHING,
                        problem -> Sent.refusedDismissal(
                                form.refused(problem, field -> field.equals("reason") ? "callReason" : field)));
    }

    /** The call-back as it is now, with what was typed of the try and what is wrong with it. */
    private ModelAndView refusedTry(long id, Form form, Refusal problem) {
        Form tried = form.refused(problem, field -> field);
        return answer(id, tried).refused(problem, Sent.refused(tried.problem()));
    }

    private InquiryAnswer answer(long id) {
        return answer(id, Form.blank());
    }

    private InquiryAnswer answer(long id, Form tried) {
        return new InquiryAnswer(CALL_BACK, sent -> model.callBack(id, sent, tried));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
