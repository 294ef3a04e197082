package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.access.OpenAccess;
import org.callboard.publicforms.PublicFrame.Filled;
import org.callboard.publicforms.PublicFrame.Visit;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The hosted twin of the API's lead form, on which anybody asks to be called. It works without a script. */
@Controller
class LeadFormController {

    private static final String WHY = "shows a form that a company made for everybody; its address names no other";

    private final PublicFormAccess access;
    private final PublicFrame frame;
    private final FormTokens tokens;
    private final SubmitLeadPage submit;
    private final Clock clock;

    LeadFormController(
            PublicFormAccess access, PublicFrame frame, FormTokens tokens, SubmitLeadPage submit, Clock clock) {
        this.access = access;
        this.frame = frame;
        this.tokens = tokens;
        this.submit = submit;
        this.clock = clock;
    }

    @GetMapping("/lead-form/{token}")
    @OpenAccess(WHY)
    String show(@PathVariable String token, Visit visit, Model model, HttpServletResponse response) {
        LeadPages.Open open = access.leadForm(token);
        response.setHeader(
                "Cache-Control", "private, no-cache"); // who goes back finds the same form, which counts once
        PublicFrame.fill(model, address(token), Filled.blank(tokens.issue(open.form())));
        return page(model, open, look(visit, response), "book/lead");
    }

    @PostMapping("/lead-form/{token}")
    @OpenAccess("makes a lead as the form says and nothing else; sealed, counted, without a session")
    String send(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        LeadPages.Open open = access.leadForm(token);
        access.admit(open.form(), FormLimits.Use.SEND, request, response);
        SentForm sent = SentForm.of(request);
        FormAppearance appearance = look(sent.visit(), response);
        if (sent.byRobot()) {
            return thanks(token, appearance, false);
        }
        Answers answers = new Answers(sent.typed());
        Optional<FormToken> known =
                tokens.read(open.form(), sent.get("form")).filter(seal -> !seal.tooOld(clock.instant()));
        FormToken seal = known.orElseGet(() -> tokens.issue(open.form()));
        Map<String, List<String>> errors = Map.of();
        String problem = null;
        if (known.isEmpty()) {
            problem = "This form was open for a long time. Please check what is in it, and send it again.";
        } else if (seal.tooQuick(clock.instant())) {
            problem = "That was quicker than anybody types. Please check what is in the form, and send it again.";
        } else {
            try {
                return thanks(token, appearance, !submit.send(open, seal, answers));
            } catch (Invalid e) {
                errors = e.errors();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        PublicFrame.fill(model, address(token), new Filled(seal, answers, errors, problem));
        return page(model, open, appearance, "book/lead");
    }

    @GetMapping("/lead-form/{token}/thanks")
    @OpenAccess(WHY)
    String thanks(@PathVariable String token, Visit visit, Model model, HttpServletResponse response) {
        LeadPages.Open open = access.leadForm(token);
        model.addAttribute("again", visit.again() != null);
        model.addAttribute("thanks", "We have your message and call you as soon as we can.");
        return page(model, open, look(visit, response), "book/thanks");
    }

    private String page(Model model, LeadPages.Open open, FormAppearance appearance, String view) {
        open.form()
                .caller()
                .run(() ->
                        frame.fill(model, open.tenant(), appearance, open.form().phone()));
        return view;
    }

    private static String address(String token) {
        return "/lead-form/" + token;
    }

    private static String thanks(String token, FormAppearance appearance, boolean again) {
        return "redirect:" + address(token) + "/thanks" + appearance.query() + (again ? "&again=1" : "");
    }

    private static FormAppearance look(Visit visit, HttpServletResponse response) {
        return visit.look(response, Color.TEAL);
    }
}
