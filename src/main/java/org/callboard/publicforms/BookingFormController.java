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
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The hosted page on which anybody asks for a visit. Everything on it works without a script. */
@Controller
class BookingFormController {

    private static final String WHY = "shows a page that a company made for everybody; its address names no other";

    private final PublicFormAccess access;
    private final BookingFormPage page;
    private final FormTokens tokens;
    private final FormPictures pictures;
    private final SubmitBookingPage submit;
    private final Clock clock;

    BookingFormController(
            PublicFormAccess access,
            BookingFormPage page,
            FormTokens tokens,
            FormPictures pictures,
            SubmitBookingPage submit,
            Clock clock) {
        this.access = access;
        this.page = page;
        this.tokens = tokens;
        this.pictures = pictures;
        this.submit = submit;
        this.clock = clock;
    }

    @GetMapping("/book/{token}")
    @OpenAccess(WHY)
    String show(@PathVariable String token, Visit visit, Model model, HttpServletResponse response) {
        BookingPages.Open open = access.open(token);
        response.setHeader(
                "Cache-Control", "private, no-cache"); // who goes back finds the same form, which counts once
        return page.blank(model, open, look(open, visit, response));
    }

    @PostMapping("/book/{token}")
    @OpenAccess("makes a booking of the page's provider and nothing else; sealed, counted, without a session")
    String send(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        BookingPages.Open open = access.open(token);
        access.admit(open.form(), FormLimits.Use.SEND, request, response);
        SentForm sent = SentForm.of(request);
        FormAppearance appearance = look(open, sent.visit(), response);
        if (sent.byRobot()) {
            return thanks(open, appearance, new SubmitBookingPage.Sent(true, false));
        }
        Answers answers = new Answers(sent.typed());
        Optional<FormToken> known =
                tokens.read(open.form(), sent.get("form")).filter(seal -> !seal.tooOld(clock.instant()));
        FormToken seal = known.orElseGet(() -> tokens.issue(open.form()));
        FieldErrors errors = new FieldErrors();
        Map<String, List<String>> wrong = errors.asMap();
        String problem = null;
        if (known.isPresent()) {
            pictures.change(open, seal, sent, request, errors);
        }
        if (known.isEmpty()) {
            problem = "This form was open for a long time. Please check what is in it, add your pictures anew, and"
                    + " send it again.";
        } else if (seal.tooQuick(clock.instant())) {
            problem = "That was quicker than anybody types. Please check what is in the form, and send it again.";
        } else {
            try {
                return thanks(open, appearance, submit.send(open, seal, answers, errors, source(appearance)));
            } catch (Invalid | Conflict e) {
                wrong = e.errors();
                problem = wrong.isEmpty() ? e.title() : null;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.form(model, open, appearance, new Filled(seal, answers, wrong, problem));
    }

    @GetMapping("/book/{token}/thanks")
    @OpenAccess(WHY)
    String thanks(@PathVariable String token, Visit visit, Model model, HttpServletResponse response) {
        BookingPages.Open open = access.open(token);
        return page.thanks(model, open, look(open, visit, response), visit.again() != null, visit.outside() != null);
    }

    private static String thanks(BookingPages.Open open, FormAppearance appearance, SubmitBookingPage.Sent sent) {
        return "redirect:/book/" + open.page().token() + "/thanks" + appearance.query()
                + (sent.isNew() ? "" : "&again=1") + (sent.outside() ? "&outside=1" : "");
    }

    private static FormAppearance look(BookingPages.Open open, Visit visit, HttpServletResponse response) {
        return visit.look(response, open.page().color());
    }

    private static String source(FormAppearance appearance) {
        return appearance.embedded() ? "Website widget" : "Booking page";
    }
}
