package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.access.OpenAccess;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String embed,
            Model model,
            HttpServletResponse response) {
        BookingPages.Open open = access.open(token);
        response.setHeader(
                "Cache-Control", "private, no-cache"); // who goes back finds the same form, which counts once
        return page.blank(model, open, look(open, theme, embed, response));
    }

    @PostMapping("/book/{token}")
    @OpenAccess("makes a booking of the page's provider and nothing else; sealed, counted, without a session")
    String send(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        BookingPages.Open open = access.open(token);
        access.admit(open.form(), FormLimits.Use.SEND, request, response);
        SentForm sent = SentForm.of(request);
        FormAppearance appearance = look(open, sent.get("theme"), sent.embedded() ? "1" : null, response);
        if (sent.byRobot()) {
            return thanks(open, appearance, new SubmitBookingPage.Sent(true, false));
        }
        Answers answers = new Answers(sent.typed());
        Optional<FormToken> known = tokens.read(open.form(), sent.get("form"));
        if (known.isEmpty() || known.get().tooOld(clock.instant())) {
            return again(
                    model,
                    response,
                    open,
                    appearance,
                    tokens.issue(open.form()),
                    answers,
                    Map.of(),
                    "This form was open for"
                            + " a long time. Please check what is in it, add your pictures anew, and send it again.");
        }
        FieldErrors errors = new FieldErrors();
        pictures.change(open, known.get(), sent, request, errors);
        if (known.get().tooQuick(clock.instant())) {
            return again(
                    model,
                    response,
                    open,
                    appearance,
                    known.get(),
                    answers,
                    errors.asMap(),
                    "That was quicker than anybody" + " types. Please check what is in the form, and send it again.");
        }
        try {
            SubmitBookingPage.Sent made = submit.send(open, known.get(), answers, errors, source(appearance));
            return thanks(open, appearance, made);
        } catch (Invalid | Conflict e) {
            String problem = e.errors().isEmpty() ? e.title() : null;
            return again(model, response, open, appearance, known.get(), answers, e.errors(), problem);
        }
    }

    @GetMapping("/book/{token}/thanks")
    @OpenAccess(WHY)
    String thanks(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String embed,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String outside,
            Model model,
            HttpServletResponse response) {
        BookingPages.Open open = access.open(token);
        return page.thanks(model, open, look(open, theme, embed, response), again != null, outside != null);
    }

    private String again(
            Model model,
            HttpServletResponse response,
            BookingPages.Open open,
            FormAppearance appearance,
            FormToken token,
            Answers answers,
            Map<String, List<String>> errors,
            @Nullable String problem) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.form(model, open, appearance, token, answers, errors, problem);
    }

    private static String thanks(BookingPages.Open open, FormAppearance appearance, SubmitBookingPage.Sent sent) {
        return "redirect:/book/" + open.page().token() + "/thanks" + appearance.query()
                + (sent.isNew() ? "" : "&again=1") + (sent.outside() ? "&outside=1" : "");
    }

    private static FormAppearance look(
            BookingPages.Open open, @Nullable String theme, @Nullable String embed, HttpServletResponse response) {
        return FormAppearance.of(
                theme,
                "1".equals(embed),
                ContentPolicy.openTo(response),
                open.page().color());
    }

    private static String source(FormAppearance appearance) {
        return appearance.embedded() ? "Website widget" : "Booking page";
    }
}
